package dev.licet.sdk;

import dev.licet.core.token.LicenseToken;
import java.time.Duration;
import java.util.Optional;

/** Reports that the program runs, and hears what has changed. */
record Beating(Session session) {

    /** How soon the server wants the next report, if it says. */
    Optional<Duration> beat() {
        Known before = session.memory().reload();
        String key = session.key(before);
        if (key == null) {
            return Optional.empty();
        }
        Optional<Answer> answer = Optional.ofNullable(before.saved().device()).flatMap(device -> report(key, device));
        boolean learned = answer.isPresent() && learned(before, answer.get());
        Optional<Duration> next = answer.flatMap(beat -> beat.until("nextHeartbeat", session.now()));
        if (!learned) {
            new Validating(session).validate();
        }
        return next;
    }

    /** Empty when the server doesn't take it: a validation then tells why. */
    private Optional<Answer> report(String key, String device) {
        try {
            return Optional.of(session.api().heartbeat(key, device));
        } catch (LicetException.Refused e) {
            return Optional.empty();
        } catch (LicetException.Unreachable e) {
            session.memory().keepTime();
            throw e;
        }
    }

    /** After a no, only an answer to a nonce is a yes again. */
    private boolean learned(Known before, Answer answer) {
        if (before.saved().refusal() != null || answer.text("token").isEmpty()) {
            return false;
        }
        String compact = answer.text("token").get();
        LicenseToken token = session.believe(compact, () -> session.check().check(compact, before.token()));
        if (!session.couldBeFresh(token)) {
            return false;
        }
        session.memory().learn(saved -> saved.permitted(compact, saved.time().passing(session.local())), token);
        return true;
    }
}
