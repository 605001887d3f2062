package dev.licet.licensing;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.key.LicenseKey;
import dev.licet.protection.Geography;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a program may run, and records that it asked before it hears the answer. */
@Service
class Validations {
    private final FactsStore facts;
    private final LicenseStore licenses;
    private final DeviceStore devices;
    private final ValidationStore log;
    private final UsageSource usage;
    private final Beginnings beginnings;
    private final Tokens tokens;
    private final Keys keys;
    private final Geography geography;
    private final InstantSource time;

    Validations(
            FactsStore facts,
            LicenseStore licenses,
            DeviceStore devices,
            ValidationStore log,
            UsageSource usage,
            Beginnings beginnings,
            Tokens tokens,
            Keys keys,
            Geography geography,
            InstantSource time) {
        this.facts = facts;
        this.licenses = licenses;
        this.devices = devices;
        this.log = log;
        this.usage = usage;
        this.beginnings = beginnings;
        this.tokens = tokens;
        this.keys = keys;
        this.geography = geography;
        this.time = time;
    }

    @Transactional
    Validation validate(Optional<LicenseKey> key, Question told, @Nullable String nonce, Origin origin) {
        Instant now = time.instant();
        Question asked = told.from(geography.of(origin.address()));
        FactsStore.Found found = key.flatMap(each -> facts.byKey(keys.hash(each), asked, now))
                .map(it -> used(it, now))
                .orElse(null);
        Question question = found == null ? asked : found.license().byCode(asked);
        Decision decision = Decisions.decide(found == null ? null : found.facts(), question, now);
        if (decision instanceof Decision.Permitted permitted && permitted.started() != null && found != null) {
            // Two first validations at once: the second waits here, and then finds the term begun.
            licenses.lock(found.license().id());
            found = used(facts.byLicense(found.license().id(), question, now).orElseThrow(), now);
            decision = Decisions.decide(found.facts(), question, now);
        }
        log.insert(found, key, question, decision.code(), origin, now);
        return answer(found, question, decision, nonce, origin, now);
    }

    private FactsStore.Found used(FactsStore.Found found, Instant now) {
        License license = found.license();
        return new FactsStore.Found(
                license,
                found.facts()
                        .with(usage.usage(license.id(), license.productId(), found.facts(), license.issuedAt(), now)));
    }

    private Validation answer(
            FactsStore.@Nullable Found found,
            Question question,
            Decision decision,
            @Nullable String nonce,
            Origin origin,
            Instant now) {
        return switch (decision) {
            case Decision.Refused refused -> {
                LicenseView view = found == null
                        ? null
                        : LicenseView.of(found.license(), now).forProgram();
                yield Validation.refused(refused, view, usage(found), now, nonce);
            }
            case Decision.Permitted permitted -> {
                if (found == null) {
                    throw new IllegalStateException("Permitted without a licence");
                }
                License license = record(found.license(), permitted, question, origin, now);
                Facts.Term term = license.contract().term();
                String token = tokens.sign(license, term, permitted.standing(), question, nonce, now);
                yield Validation.permitted(
                        permitted, LicenseView.of(license, now).forProgram(), usage(found), now, nonce, token);
            }
        };
    }

    private static Map<String, UsageBalance> usage(FactsStore.@Nullable Found found) {
        return found == null ? Map.of() : UsageBalance.of(found.facts().usage());
    }

    /** Keeps what a yes changes: the last contact, and the begin of a term that waited for it. */
    private License record(
            License license, Decision.Permitted permitted, Question question, Origin origin, Instant now) {
        if (permitted.device() != null) {
            devices.seen(UUID.fromString(permitted.device().id()), question.version(), now);
        } else if (license.policy().checkIn() != null) {
            licenses.checkedIn(license.id(), now);
        }
        return permitted.started() == null
                ? license
                : beginnings.begin(origin.caller(license), license, permitted.started());
    }
}
