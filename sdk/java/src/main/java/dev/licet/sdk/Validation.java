package dev.licet.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to {@link LicetClient#validate()}.
 *
 * @param license what is known of the licence now
 * @param online whether the server gave the answer; else the last one it gave was judged again, by the same rules
 * @param at the instant the answer is for: the server's time, or the machine's corrected by what the server last said
 */
public record Validation(License license, boolean online, Instant at) {

    /** Whether the program may run. */
    public boolean valid() {
        return license.valid();
    }

    public Code code() {
        return license.code();
    }

    /** One sentence for a person. */
    public String detail() {
        return license.detail();
    }

    public List<Warning> warnings() {
        return license.warnings();
    }

    /** The features by code; none when it is not valid. */
    public Map<String, Object> features() {
        return license.features();
    }

    /** The way out when the program's version is the reason. */
    public Optional<Upgrade> upgrade() {
        return license.upgrade();
    }
}
