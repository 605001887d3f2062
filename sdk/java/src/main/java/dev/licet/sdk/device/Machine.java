package dev.licet.sdk.device;

import java.util.Map;
import java.util.Optional;

/** What one operating system tells an ordinary user about the machine, unhashed. */
interface Machine {

    Environment environment();

    /** Component name to what was read; what can't be read, or says nothing, is left out. */
    Map<String, String> components();

    /** The identity that a cloud gave to this one virtual machine, which a copy of its disk doesn't have. */
    Optional<String> instance();
}
