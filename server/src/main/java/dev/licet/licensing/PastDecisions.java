package dev.licet.licensing;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Question;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Decides again, by the same rules, on what was on record at a moment. */
@Service
class PastDecisions {
    private final LicenseRecords licenses;
    private final Past past;

    PastDecisions(LicenseRecords licenses, Past past) {
        this.licenses = licenses;
        this.past = past;
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
