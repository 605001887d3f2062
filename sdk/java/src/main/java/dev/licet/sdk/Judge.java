package dev.licet.sdk;

import dev.licet.core.decision.Question;
import dev.licet.core.token.LicenseToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what a licence permits at an instant from what is known, without the server, by the server's own rules. */
final class Judge {

    private final Question question;

    Judge(Settings settings) {
        question = new Question(settings.product(), settings.device(), settings.user(), settings.version(), List.of());
    }

    License judge(Known known, Instant local) {
        Instant now = known.time().now(local);
        Map<String, @Nullable Object> refusal = known.saved().refusal();
        if (refusal != null && Refusal.concerns(refusal, question.version())) {
            return Licenses.refused(new Answer(refusal), now);
        }
        LicenseToken token = known.token();
        if (token == null) {
            return Licenses.none(known.trouble());
        }
        License license = Licenses.of(token.license(), token.decide(question, now), now);
        if (known.time().setBack(local)) {
            return Licenses.clockSetBack(license, known.time(), local);
        }
        return known.trouble() == null ? license : license.with(notKept(known.trouble()));
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
