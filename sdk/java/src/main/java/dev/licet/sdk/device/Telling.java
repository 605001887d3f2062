package dev.licet.sdk.device;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops what manufacturers, hypervisors and installers write where they should have written an identity. */
final class Telling {

    private static final Set<String> FILLERS = Set.of(
            "to be filled by o.e.m.",
            "to be filled by oem",
            "default string",
            "system product name",
            "system manufacturer",
            "system version",
            "system serial number",
            "not specified",
            "not applicable",
            "not available",
            "o.e.m.",
            "oem",
            "none",
            "n/a",
            "unknown",
            "uninitialized",
            "invalid",
            "iid-datasource-none",
            // SMBIOS of boards that were never given a UUID.
            "03000200-0400-0500-0006-000700080009",
            // Every installation of Kicksecure and Whonix has this machine-id, on purpose.
            "b08dfa6083e7567a1921a715000001fb");

    /** All zeros, all ones, punctuation only. */
    private static final Pattern EMPTY = Pattern.compile("[0\\W_]*|[fF\\W_]*");

    private Telling() {}

    static Optional<String> value(String read) {
        String text = read.replace('\0', ' ').strip().replaceAll("\\s+", " ");
        boolean filler = EMPTY.matcher(text).matches() || FILLERS.contains(text.toLowerCase(Locale.ROOT));
        return filler ? Optional.empty() : Optional.of(text);
    }
}
