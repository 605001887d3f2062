package dev.licet.sdk;

import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.LicenseToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a place for this device and gives it back. */
record Activating(Session session) {

    /** With these the server says that the place is free already. */
    private static final Set<String> GONE = Set.of("NOT_FOUND", "DEVICE_NOT_ACTIVATED");

    /** @param typed the key as a person typed it; null for the one that is known */
    License activate(@Nullable String typed) {
        Known before = session.memory().reload();
        String key = typed == null ? session.key(before) : checked(typed);
        if (key == null) {
            throw new LicetException.Refused(Code.NOT_ACTIVATED, "No licence key is known here: give one.");
        }
        Answer answer = session.api().activate(key);
        String device = answer.object("device")
                .flatMap(object -> object.text("id"))
                .orElseThrow(() -> new LicetException.Unreachable("The answer is not from a Licet server."));
        String compact = answer.text("token").orElse("");
        LicenseToken earlier = key.equals(before.saved().key()) ? before.token() : null;
        LicenseToken token = session.believe(compact, () -> session.check().check(compact, earlier));
        return session.couldBeFresh(token) ? learned(key, device, compact, token) : settled(key, device, earlier);
    }

    private License learned(String key, String device, String compact, LicenseToken token) {
        session.memory()
                .learn(
                        saved -> saved.claimed(key)
                                .activated(device)
                                .permitted(compact, saved.time().passing(session.local())),
                        token);
        return session.license();
    }

    /** The place is taken, but the token doesn't fit the clock: a validation tells what time it is. */
    private License settled(String key, String device, @Nullable LicenseToken earlier) {
        session.memory().learn(saved -> saved.claimed(key).activated(device), earlier);
        return new Validating(session).validate().license();
    }

    /** Forgets the licence, once the server has freed the place. */
    void deactivate() {
        Saved saved = session.memory().reload().saved();
        if (saved.key() != null && saved.device() != null) {
            giveBack(saved.key(), saved.device());
        }
        session.memory().learn(Saved::forgotten, null);
    }

    private void giveBack(String key, String device) {
        try {
            session.api().deactivate(key, device);
        } catch (LicetException.Refused e) {
            if (!GONE.contains(e.codeText())) {
                throw e;
            }
        }
    }

    static String checked(String typed) {
        try {
            return LicenseKey.parse(typed).toString();
        } catch (IllegalArgumentException e) {
            throw new LicetException.Refused(Code.KEY_MISTYPED, String.valueOf(e.getMessage()));
        }
    }
}
