package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Asks the server whether the program may run; without a server, judges its last answer again. */
record Validating(Session session) {

    /** @throws LicetException.Unreachable only when the server never answered for this key */
    Validation validate() {
        Known before = session.memory().reload();
        String key = session.key(before);
        if (key == null || session.settings().server() == null) {
            session.memory().keepTime();
            return offline(Optional.empty());
        }
        try {
            String nonce = Nonce.next();
            return answered(before, key, nonce, session.api().validate(key, nonce));
        } catch (LicetException.Unreachable e) {
            session.memory().keepTime();
            if (!before.answered()) {
                throw e;
            }
            return offline(Optional.of(outage(e, before.token())));
        }
    }

    /** A no is believed without a signature, since it permits nothing; a yes is what its token says and nothing else. */
    private Validation answered(Known before, String key, String nonce, Answer answer) {
        boolean yes = answer.flag("valid")
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
        if (!yes) {
            var reason = Refusal.of(answer, session.settings().version(), session.now());
            LicenseToken token = Refusal.isAboutVersion(reason) ? before.token() : null;
            session.memory().learn(saved -> saved.claimed(key).refused(reason), token);
            return online(new Answer(Map.of()));
        }
        String compact = answer.text("token").orElse("");
        LicenseToken token = session.believe(compact, () -> session.check().check(compact, before.token(), nonce));
        TrustedTime time = TrustedTime.told(token.issuedAt(), session.local());
        session.memory().learn(saved -> saved.claimed(key).permitted(compact, time), token);
        session.lookAtKeys();
        return online(answer);
    }

    private Validation online(Answer answer) {
        return new Validation(Licenses.withWarnings(session.license(), answer), true, session.now());
    }

    private Validation offline(Optional<Warning> warning) {
        License license = session.license();
        return new Validation(warning.map(license::with).orElse(license), false, session.now());
    }

    private Warning outage(LicetException.Unreachable e, @Nullable LicenseToken token) {
        if (token == null) {
            return new Warning(
                    Warning.UNREACHABLE, Warning.Level.INFO, String.valueOf(e.getMessage()), OptionalInt.empty());
        }
        int days = Licenses.daysUntil(token.expiresAt(), session.now());
        String detail = "The last answer is good until " + token.expiresAt() + ". " + e.getMessage();
        Warning.Level level = days > 1 ? Warning.Level.INFO : Warning.Level.CRITICAL;
        return new Warning(Warning.UNREACHABLE, level, detail, OptionalInt.of(days));
    }
}
