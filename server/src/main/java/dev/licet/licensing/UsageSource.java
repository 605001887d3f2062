package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import java.time.Instant;
import java.util.UUID;

/** Knows what was used of a licence. Licensing asks; the module that counts usage answers, since it knows licences and not the other way. */
public interface UsageSource {

    /**
     * How the metered features of a licence stand.
     *
     * @param facts what else is on record about it
     */
    Facts.Usage usage(UUID license, UUID product, Facts facts, Instant issuedAt, Instant now);
}
