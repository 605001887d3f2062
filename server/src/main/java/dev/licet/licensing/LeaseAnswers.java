package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Leasing;
import dev.licet.core.decision.Question;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody is told who asked for floating seats, and what is noted of having been asked. The licence has to be locked. */
@Component
class LeaseAnswers {
    private final LicenseStore licenses;
    private final DeviceStore devices;
    private final LeaseStore store;
    private final Contacts contacts;
    private final Beginnings beginnings;
    private final Tokens tokens;

    LeaseAnswers(
            LicenseStore licenses,
            DeviceStore devices,
            LeaseStore store,
            Contacts contacts,
            Beginnings beginnings,
            Tokens tokens) {
        this.licenses = licenses;
        this.devices = devices;
        this.store = store;
        this.contacts = contacts;
        this.beginnings = beginnings;
        this.tokens = tokens;
    }

    LeasedView leased(
            Caller by, License license, LeaseRecord lease, Question question, Leasing.Given given, Instant now) {
        if (given.device() != null) {
            devices.seen(UUID.fromString(given.device().id()), question.version(), now);
        }
        contacts.note(by, license, now);
        if (given.started() != null) {
            beginnings.begin(by, license, given.started());
        }
        License current = licenses.find(license.id(), now).orElseThrow();
        Facts.Term term = current.contract().term();
        return new LeasedView(
                LeaseView.of(lease, now),
                lease.expiresAt(),
                LicenseView.of(current, now).forProgram(),
                given.standing().features().values(),
                tokens.sign(license, term, given.standing(), question, null, lease.expiresAt(), now));
    }

    /** With who holds the seats, so that somebody can be asked to give one back. */
    Problem exhausted(License license, String pool, Leasing.Exhausted exhausted, Instant now) {
        int free = Math.max(0, exhausted.limit() - exhausted.inUse());
        return Problem.conflict(
                        "SEATS_EXHAUSTED",
                        (free == 0
                                        ? "All " + exhausted.limit() + " seats are taken"
                                        : "Only " + free + " of " + exhausted.limit() + " seats are free")
                                + ": wait until somebody gives one back.")
                .with("inUse", exhausted.inUse())
                .with("limit", exhausted.limit())
                .with(
                        "leases",
                        store.holders(license.id(), pool).stream()
                                .map(each -> LeaseView.of(each, now))
                                .toList());
    }

    static Problem differs(Leasing.Differs differs) {
        return Problem.conflict(
                        "LEASE_DIFFERS",
                        "This program holds " + differs.quantity()
                                + " seats already, in one lease: give it back first, or ask as another process.")
                .with("quantity", differs.quantity());
    }

    static Problem tooLong(Leasing.TooLong tooLong) {
        return Problem.conflict(
                        "BORROW_TOO_LONG",
                        tooLong.longest().isZero()
                                ? "Seats of this license cannot be borrowed."
                                : "Seats of this license can be borrowed for " + tooLong.longest() + " at most.")
                .with("longest", tooLong.longest().toString());
    }
}
