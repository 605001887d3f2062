package dev.licet.licensing;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Decides again, by the same rules, on what was on record at a moment. */
@Service
class PastDecisions {
    private final LicenseRecords licenses;
    private final FactsStore present;
    private final UsageSource usage;
    private final Past past;
    private final InstantSource time;

    PastDecisions(LicenseRecords licenses, FactsStore present, UsageSource usage, Past past, InstantSource time) {
        this.licenses = licenses;
        this.present = present;
        this.usage = usage;
        this.past = past;
        this.time = time;
    }

    /** As a program that asked this very moment would hear it, except that nothing is recorded and nothing begins. */
    @Transactional(readOnly = true)
    PastDecision now(String id, Question asked) {
        Instant now = time.instant();
        Question question = licenses.get(id).byCode(asked);
        FactsStore.Found found =
                present.byLicense(LicenseRecords.uuid(id), question, now).orElseThrow(LicenseRecords::missing);
        License license = found.license();
        Facts facts = found.facts()
                .with(usage.usage(license.id(), license.productId(), found.facts(), license.issuedAt(), now));
        return PastDecision.now(license.typeId(), now, Decisions.decide(facts, question, now), facts);
    }

    /** In one snapshot of the record, so that its parts fit each other. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    PastDecision decide(String id, Question asked, Instant at) {
        License license = licenses.get(id);
        Question question = license.byCode(asked);
        PastFacts facts = past.facts(license, question, at).orElse(null);
        Decision decision = Decisions.decide(facts == null ? null : facts.facts(), question, at);
        return PastDecision.of(license.typeId(), at, decision, facts);
    }
}
