package dev.licet.sdk;

import java.util.Optional;

/**
 * The way out for a version that may not run.
 *
 * @param version the version to install
 * @param message what the vendor tells its users
 */
public record Upgrade(Optional<String> version, Optional<String> message) {}
