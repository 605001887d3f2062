package dev.licet.core.decision;

import dev.licet.core.release.Upgrade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a question. */
public sealed interface Decision {
    /** Its stable code. */
    Code code();

    /** The reason in one sentence, for a person. */
    String detail();

    /** Where the licence stands; null when there is no such licence. */
    @Nullable Standing standing();

    /**
     * It may run.
     *
     * @param standing where the licence stands
     * @param warnings what a user should hear all the same
     * @param device the device that asked, if the licence knows it
     * @param started the term as it is from now on, when this very answer starts it; else null
     */
    record Permitted(
            Standing standing, List<Warning> warnings, Facts.@Nullable KnownDevice device, Facts.@Nullable Term started)
            implements Decision {
        @Override
        public Code code() {
            return Code.VALID;
        }

        @Override
        public String detail() {
            return "The license is valid.";
        }
    }

    /**
     * It may not run.
     *
     * @param code the first reason found; not VALID
     * @param detail the reason in one sentence
     * @param standing where the licence stands; null when there is none
     * @param upgrade the version that would be permitted, when the version is the reason
     */
    record Refused(
            Code code,
            String detail,
            @Nullable Standing standing,
            @Nullable Upgrade upgrade) implements Decision {

        /** The same refusal while the licence stands where it stood before: a refusal begins no term. */
        Refused with(Standing before) {
            return new Refused(code, detail, before, upgrade);
        }
    }
}
