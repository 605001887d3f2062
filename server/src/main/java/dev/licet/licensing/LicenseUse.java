package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.platform.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Licences as another module uses them: found by key or id, held while something is taken from them, and begun by use. */
@Service
public class LicenseUse {
    private static final Question NOBODY = new Question(null, null, null, null, List.of());

    private final FactsStore facts;
    private final LicenseStore licenses;
    private final LicenseRecords records;
    private final Beginnings beginnings;
    private final Keys keys;
    private final InstantSource time;

    LicenseUse(
            FactsStore facts,
            LicenseStore licenses,
            LicenseRecords records,
            Beginnings beginnings,
            Keys keys,
            InstantSource time) {
        this.facts = facts;
        this.licenses = licenses;
        this.records = records;
        this.beginnings = beginnings;
        this.keys = keys;
        this.time = time;
    }

    /**
     * A licence with what is on record about it, except its usage.
     *
     * @param ref its id as it is written
     */
    public record Used(UUID id, String ref, UUID product, Facts facts, Instant issuedAt) {}

    /** The program that has the key of a licence, as an author of changes. */
    public static Caller program(UUID license, String requestId) {
        return new Caller("license:" + License.typeId(license), requestId, Set.of());
    }

    /**
     * The licence whose key stands in the body or, when the body has none, in the header {@code Authorization: License <key>}.
     *
     * @throws dev.licet.platform.Problem 422 without a key, 404 when no licence has it
     */
    public UUID byKey(@Nullable String inBody, HttpServletRequest request) {
        return Keys.typed(Visitors.key(inBody, request))
                .map(keys::hash)
                .flatMap(facts::licenseOf)
                .orElseThrow(Activations::noLicense);
    }

    /**
     * A licence as a path names it.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public Used get(String id) {
        return used(LicenseRecords.uuid(id));
    }

    /**
     * A licence by its id.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public Used get(UUID id) {
        return used(id);
    }

    /**
     * A licence, held until the end of the transaction: whatever else takes something from it waits.
     *
     * @throws dev.licet.platform.Problem 404
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Used hold(UUID id) {
        if (!licenses.lock(id)) {
            throw LicenseRecords.missing();
        }
        return used(id);
    }

    /** Begins the term of a licence that is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Caller by, UUID license, Facts.Term term) {
        beginnings.begin(by, records.get(license), term);
    }

    /** Notes in the history of a licence what is no change of its contract. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Caller by, String type, UUID license, @Nullable String reason, @Nullable Object after) {
        records.note(by, type, license, reason, null, after);
    }

    private Used used(UUID id) {
        FactsStore.Found found = facts.byLicense(id, NOBODY, time.instant()).orElseThrow(LicenseRecords::missing);
        License license = found.license();
        return new Used(id, license.typeId(), license.productId(), found.facts(), license.issuedAt());
    }
}
