package dev.licet.sdk.device;

import java.util.Optional;

/** Runs a program of the operating system. */
@FunctionalInterface
interface Commands {

    /** What it printed, or nothing when it isn't there, failed, or took too long. */
    Optional<String> output(String... command);
}
