package dev.licet.sdk;

import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.file.InvalidFile;
import dev.licet.core.file.RevocationList;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.LicenseToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is brought to a machine and taken from it by hand, when it rarely or never reaches the server. All of it is text that can be
 * mailed, printed or put on a stick.
 *
 * <pre>{@code
 * String request = licet.offline().request("NOTES-…");      // carry it to the server
 * License now = licet.offline().install(Path.of("…"));      // bring the answer, a licence file
 * }</pre>
 *
 * <p>What a file permits is judged by the rules of the server at every question, as the last answer of the server is. All methods may be
 * called by any thread, and none of them needs the server.
 */
public final class Offline {

    /** More than any licence file has. */
    private static final int LONGEST = 1 << 20;

    private final Session session;
    private final Calls calls;

    Offline(Session session, Calls calls) {
        this.session = session;
        this.calls = calls;
    }

    /**
     * Writes a request for a place for this device, to be carried to the server. It proves that the program has the licence key, and does
     * not hold the key. Nothing changes until the answer is {@linkplain #install installed}; the request is answered by one place,
     * however often it is written and brought.
     *
     * @param key as a person typed it
     * @return the text of it, {@code -----BEGIN ACTIVATION REQUEST-----…}
     * @throws LicetException.Refused {@link Code#KEY_MISTYPED}, or {@link Code#NOT_KEPT} when the store can't be written
     */
    public String request(String key) {
        return calls.one(() -> asked(Activating.checked(key)));
    }

    /**
     * The same under the key that is known, as to have an answer that lasts longer.
     *
     * @throws LicetException.Refused also {@link Code#NOT_ACTIVATED} when no key is known
     */
    public String request() {
        return calls.one(() -> asked(knownKey(session.memory().reload())));
    }

    /**
     * Installs a licence file: from now on it says what is permitted, also at the next start. One that permits nothing here and now, such
     * as for another device, is not installed, and what stood before still stands; one whose start has not come is.
     *
     * @param text of the file, {@code -----BEGIN LICENSE FILE-----…}
     * @return what it permits, with a code for what it is not: {@link Code#DEVICE_NOT_ACTIVATED} for another device, {@link
     *     Code#USER_NOT_ASSIGNED}, {@link Code#PRODUCT_MISMATCH}, {@link Code#EXPIRED}, and so on
     * @throws LicetException.BadFile when it can't be believed or read
     */
    public License install(String text) {
        return calls.one(() -> installed(text));
    }

    /**
     * The same from a file.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public License install(Path file) {
        return install(read(file));
    }

    /**
     * Says what a licence file would permit here, and keeps nothing.
     *
     * @throws LicetException.BadFile when it can't be believed or read
     */
    public License inspect(String text) {
        return calls.one(() -> {
            Known known = session.memory().reload();
            FileCheck.Opened opened = opened(text, known);
            return tried(known, opened.grant(), timeWith(known, opened.grant()));
        });
    }

    /** Until when the licence file that is installed is good, whatever the licence's own end is; empty without one. */
    public Optional<Instant> fileExpiresAt() {
        return Optional.ofNullable(session.memory().now().file()).map(LicenseToken::expiresAt);
    }

    /**
     * Gives the place up that the installed file stands for: the file is gone from here, and the proof of it, carried to the server, frees
     * the place. Asked again, it answers the same proof.
     *
     * @return the text of the proof, {@code -----BEGIN DEACTIVATION PROOF-----…}
     * @throws LicetException.Refused {@link Code#NOT_ACTIVATED} when no file is installed or its licence key is not known, or {@link
     *     Code#NOT_KEPT} when the store can't be written
     */
    public String giveUp() {
        return calls.one(this::gaveUp);
    }

    /**
     * Takes in a list of what was taken back. A list that is older than the one before changes nothing.
     *
     * @param text of the list, as the server publishes it
     * @return what is permitted now
     * @throws LicetException.BadFile when it can't be believed, or has ended already
     * @throws LicetException.Refused {@link Code#NOT_KEPT} when the store can't be written
     */
    public License takeRevocations(String text) {
        return calls.one(() -> {
            takeList(text.strip());
            return session.license();
        });
    }

    /**
     * Takes in what the server's root key says of the keys that sign, as the server publishes it at {@code /.well-known/license-keys}:
     * so a program knows keys that were made after it. One that says nothing new changes nothing.
     *
     * @return what is permitted now
     * @throws LicetException.BadFile when it is not the word of a {@linkplain ClientBuilder#root root} that is known, or ended
     */
    public License takeKeys(String statement) {
        return calls.one(() -> {
            session.memory().reload();
            session.learnKeys(statement.strip());
            return session.license();
        });
    }

    private String asked(String key) {
        Carried.Asked before = session.memory().reload().saved().carried().asked();
        Carried.Asked request =
                before != null && before.key().equals(key) ? before : new Carried.Asked(key, Nonce.next());
        keep(saved -> saved.asking(request));
        Settings settings = session.settings();
        return new ActivationRequest(
                        request.nonce(),
                        settings.product(),
                        settings.device(),
                        settings.deviceName(),
                        settings.fingerprint().platform(),
                        settings.user(),
                        settings.version() == null ? null : settings.version().toString(),
                        settings.releasedAt(),
                        seconds())
                .write(LicenseKey.parse(key));
    }

    private License installed(String text) {
        Known known = session.memory().reload();
        FileCheck.Opened opened = opened(text, known);
        LicenseToken grant = opened.grant();
        Carried.Asked request = known.saved().carried().asked();
        boolean answered = request != null && request.isAnsweredBy(grant.nonce());
        TrustedTime time = timeWith(known, grant);
        License license = tried(known, grant, time);
        if (license.valid() || license.code() == Code.NOT_STARTED || license.code() == Code.CLOCK_SET_BACK) {
            @Nullable String key =
                    request != null && answered ? request.key() : opened.key().orElse(null);
            session.memory().learn(saved -> saved.installed(key, text, answered, time));
            return session.license();
        }
        return license;
    }

    private FileCheck.Opened opened(String text, Known known) {
        FileCheck.Opened opened = session.files().check(text, session.proving().keys(known.saved()));
        if (known.saved().carried().givenUp().contains(opened.grant().id())) {
            throw new LicetException.BadFile(
                    Code.FILE_GIVEN_UP, "The place that it stands for was given up on this device: ask for a new one.");
        }
        return opened;
    }

    private License tried(Known known, LicenseToken grant, TrustedTime time) {
        return session.judge().judge(known.trying(grant, time), session.local());
    }

    /** The answer to a request of this device was signed after it was asked for, and so after all that a wrong clock made it believe. */
    private TrustedTime timeWith(Known known, LicenseToken grant) {
        Carried.Asked request = known.saved().carried().asked();
        TrustedTime time = request != null && request.isAnsweredBy(grant.nonce())
                ? known.time().since(grant.issuedAt())
                : known.time().atLeast(grant.issuedAt());
        return time.passing(session.local());
    }

    private String gaveUp() {
        Known known = session.memory().reload();
        LicenseToken file = known.file();
        String before = known.saved().carried().proof();
        if (file == null && before != null) {
            return before;
        }
        if (file == null) {
            throw new LicetException.Refused(Code.NOT_ACTIVATED, "No licence file is installed here.");
        }
        String key = knownKey(known);
        String proof = new DeactivationProof(
                        Nonce.next(),
                        file.license(),
                        file.id(),
                        file.device() == null
                                ? session.settings().fingerprint().value()
                                : file.device().fingerprint(),
                        seconds())
                .write(LicenseKey.parse(key));
        keep(saved -> saved.gaveUp(file.id(), proof));
        return proof;
    }

    private void takeList(String text) {
        Known known = session.memory().reload();
        RevocationList list;
        try {
            list = RevocationList.verify(
                    text, session.trust().keys(), session.settings().product());
        } catch (InvalidFile e) {
            throw new LicetException.BadFile(e);
        }
        if (!list.isFresh(session.now())) {
            throw new LicetException.BadFile(
                    Code.REVOCATIONS_STALE, "The list ended at " + list.expiresAt() + ": bring a newer one.");
        }
        Instant latest = known.saved().listed();
        if (latest != null && !list.issuedAt().isAfter(latest)) {
            return;
        }
        try {
            session.memory().keep(list, text);
        } catch (IOException e) {
            throw new LicetException.Refused(Code.NOT_KEPT, "The list can't be kept: " + e.getMessage());
        }
    }

    private String knownKey(Known known) {
        String key = session.key(known);
        if (key == null) {
            throw new LicetException.Refused(Code.NOT_ACTIVATED, "No licence key is known here: give one.");
        }
        return key;
    }

    private void keep(UnaryOperator<Saved> change) {
        Known learned = session.memory().learn(change);
        if (!session.memory().keeps()) {
            throw new LicetException.Refused(Code.NOT_KEPT, String.valueOf(learned.trouble()));
        }
    }

    private Instant seconds() {
        return Instant.ofEpochSecond(session.now().getEpochSecond());
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
