package dev.licet.sdk;

import dev.licet.core.decision.Question;
import dev.licet.core.file.RevocationList;
import dev.licet.core.token.LicenseToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what a licence permits at an instant from what is known, without the server, by the server's own rules. */
final class Judge {

    private final Question question;
    private final boolean demandsList;

    Judge(Settings settings) {
        question = new Question(settings.product(), settings.device(), settings.user(), settings.version(), List.of())
                .released(settings.releasedAt());
        demandsList = settings.demandsRevocations();
    }

    /**
     * Of the last answer and the licence file, the one that was signed later counts; the other one while that one does not permit
     * anything. After a no of the server's, only a file that was signed later does.
     */
    License judge(Known known, Instant local) {
        Instant now = known.time().now(local);
        List<Grant> grants = grants(known);
        Map<String, @Nullable Object> refusal = known.saved().refusal();
        if (refusal != null && Refusal.concerns(refusal, question.version())) {
            grants.removeIf(grant -> !grant.carried() || !Refusal.isBefore(refusal, grant.signedAt()));
            if (grants.isEmpty()) {
                return Licenses.refused(new Answer(refusal), now);
            }
        }
        if (grants.isEmpty()) {
            return Licenses.none(known.trouble());
        }
        License license = grants.stream()
                .map(grant -> judged(grant, known, now))
                .filter(License::valid)
                .findFirst()
                .orElseGet(() -> judged(grants.get(0), known, now));
        if (known.time().setBack(local)) {
            return Licenses.clockSetBack(license, known.time(), local);
        }
        return known.trouble() == null ? license : license.with(notKept(known.trouble()));
    }

    /**
     * A word of the server's.
     *
     * @param carried whether it is the licence file; else the last answer
     */
    private record Grant(LicenseToken says, boolean carried) {
        Instant signedAt() {
            return says.issuedAt();
        }
    }

    private static List<Grant> grants(Known known) {
        List<Grant> grants = new ArrayList<>();
        if (known.token() != null) {
            grants.add(new Grant(known.token(), false));
        }
        if (known.file() != null) {
            grants.add(new Grant(known.file(), true));
        }
        grants.sort(Comparator.comparing(Grant::signedAt).reversed());
        return grants;
    }

    private License judged(Grant grant, Known known, Instant now) {
        LicenseToken says = grant.says();
        License license = Licenses.of(says.license(), says.decide(question, now), now);
        RevocationList list = known.revocations();
        RevocationList.Reason taken = list == null || grant.signedAt().isAfter(list.issuedAt()) ? null : list.of(says);
        if (taken != null) {
            return license.refused(taken.code().name(), "It was taken back: " + words(taken) + ".");
        }
        boolean fresh = list != null && list.isFresh(now);
        if (fresh || !license.valid() || !grant.carried()) {
            return license;
        }
        if (demandsList) {
            return license.refused(
                    Code.REVOCATIONS_STALE.name(), "Bring the present list of licences that were taken back.");
        }
        return known.saved().listed() == null ? license : license.with(stale(list));
    }

    private static String words(RevocationList.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Warning stale(@Nullable RevocationList list) {
        String since = list == null ? "is gone" : "ended at " + list.expiresAt();
        String detail = "The list of licences that were taken back " + since + ": bring a new one.";
        return new Warning(Warning.REVOCATIONS_STALE, Warning.Level.WARNING, detail, OptionalInt.empty());
    }

    /** What a floating seat permits, which its token says by the same rules, and by the server's time. */
    License judge(Seat seat, Known known, Instant local) {
        Instant now = seat.at(local);
        Map<String, @Nullable Object> refusal = known.saved().refusal();
        if (refusal != null && Refusal.endsSeats(refusal)) {
            return Licenses.refused(new Answer(refusal), now);
        }
        LicenseToken token = seat.token();
        License license = Licenses.of(token.license(), token.decide(question, now), now);
        return known.time().setBack(local) ? Licenses.clockSetBack(license, known.time(), local) : license;
    }

    private static Warning notKept(String trouble) {
        return new Warning(Warning.NOT_KEPT, Warning.Level.WARNING, trouble, OptionalInt.empty());
    }
}
