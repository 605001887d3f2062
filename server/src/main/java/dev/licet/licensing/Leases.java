package dev.licet.licensing;

import dev.licet.core.decision.Leasing;
import dev.licet.core.decision.Question;
import dev.licet.core.id.Uuid7;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.lease.Holdings;
import dev.licet.core.lease.Pool;
import dev.licet.core.lease.SeatRequest;
import dev.licet.platform.Caller;
import dev.licet.protection.Geography;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives floating seats and keeps them. The licence is locked meanwhile, so that N seats are N seats on any number of nodes. */
@Service
class Leases {
    private final FactsStore facts;
    private final LicenseStore licenses;
    private final LeaseStore store;
    private final LeaseRecords records;
    private final LeaseAnswers answers;
    private final Keys keys;
    private final Geography geography;
    private final InstantSource time;

    Leases(
            FactsStore facts,
            LicenseStore licenses,
            LeaseStore store,
            LeaseRecords records,
            LeaseAnswers answers,
            Keys keys,
            Geography geography,
            InstantSource time) {
        this.facts = facts;
        this.licenses = licenses;
        this.store = store;
        this.records = records;
        this.answers = answers;
        this.keys = keys;
        this.geography = geography;
        this.time = time;
    }

    /** @param isNew whether the seats were taken just now */
    record Outcome(boolean isNew, LeasedView view) {}

    /** Somebody who wants seats. */
    private record Ask(Caller by, License license, Question question, SeatRequest seats, LeaseRecord.Holder holder) {}

    @Transactional
    Outcome take(Optional<LicenseKey> key, LeaseRequest request, Question told, Origin origin) {
        Question question = told.from(geography.of(origin.address()));
        UUID id = key.map(keys::hash).flatMap(licenses::lock).orElseThrow(Activations::noLicense);
        Instant now = time.instant();
        records.settle(id, origin.requestId(), now);
        FactsStore.Found found = facts.byLicense(id, question, now).orElseThrow();
        License license = found.license();
        SeatRequest seats = request.seats();
        LeaseRecord own = store.own(id, seats.feature(), request.holder()).orElse(null);
        Ask ask = new Ask(origin.caller(license), license, license.byCode(question), seats, request.holder());
        return decided(ask, found, own, now);
    }

    /** Lets what somebody holds last longer. */
    @Transactional
    LeasedView renew(Visitor visitor, LeaseRecord lease, RenewalRequest request) {
        licenses.lock(lease.licenseId());
        Instant now = time.instant();
        records.settle(lease.licenseId(), visitor.requestId(), now);
        LeaseRecord own = store.find(lease.id()).orElseThrow();
        if (!own.heldAt(now)) {
            throw LeaseRegister.ended(own, now);
        }
        Question question = own.holder().question(own.feature()).from(geography.of(visitor.address()));
        FactsStore.Found found = facts.byLicense(own.licenseId(), question, now).orElseThrow();
        License license = found.license();
        SeatRequest seats = new SeatRequest(own.feature(), own.quantity(), request.ttl(), request.borrow());
        return decided(new Ask(visitor.caller(license), license, question, seats, own.holder()), found, own, now)
                .view();
    }

    private Outcome decided(Ask ask, FactsStore.Found found, @Nullable LeaseRecord own, Instant now) {
        License license = ask.license();
        Pool pool = Pool.of(
                license.policy(), license.standing(now).features(), ask.seats().feature());
        Holdings holdings = holdings(license, pool, own, now);
        return switch (Leasing.decide(found.facts(), ask.question(), ask.seats(), holdings, now)) {
            case Leasing.Granted granted -> {
                LeaseRecord lease = taken(ask, granted, now);
                records.add(ask.by(), lease, pool.allowed(license.policy()));
                yield new Outcome(true, answers.leased(ask.by(), license, lease, ask.question(), granted.given(), now));
            }
            case Leasing.Already already -> {
                LeaseRecord known = Objects.requireNonNull(own);
                LeaseRecord longer = known.until(
                        already.given().expiresAt(),
                        license.policy().linger().addTo(already.given().expiresAt()),
                        already.borrowed(),
                        now);
                records.renew(ask.by(), known, longer);
                yield new Outcome(
                        false, answers.leased(ask.by(), license, longer, ask.question(), already.given(), now));
            }
            case Leasing.Exhausted exhausted -> throw answers.exhausted(license, pool.code(), exhausted, now);
            case Leasing.Differs differs -> throw LeaseAnswers.differs(differs);
            case Leasing.TooLong tooLong -> throw LeaseAnswers.tooLong(tooLong);
            case Leasing.Denied denied -> throw Activations.denied(denied.reason());
        };
    }

    private Holdings holdings(License license, Pool pool, @Nullable LeaseRecord own, Instant now) {
        int used = store.inUse(license.id(), pool.code(), now);
        if (own == null) {
            return new Holdings(used, null);
        }
        Integer allowed = pool.allowed(license.policy());
        int rank = allowed == null || used <= allowed ? used : store.rank(own);
        return new Holdings(
                used, new Holdings.Own(own.typeId(), own.quantity(), rank, own.expiresAt(), own.borrowed()));
    }

    private static LeaseRecord taken(Ask ask, Leasing.Granted granted, Instant now) {
        Instant end = granted.given().expiresAt();
        return new LeaseRecord(
                Uuid7.next(),
                ask.license().id(),
                granted.pool().code(),
                ask.seats().feature(),
                ask.holder(),
                ask.seats().quantity(),
                now,
                now,
                end,
                ask.license().policy().linger().addTo(end),
                ask.seats().borrow() != null,
                null,
                null);
    }
}
