package dev.licet.sdk;

import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.core.token.KeyStatement;
import dev.licet.core.token.MissingAlgorithm;
import dev.licet.core.token.SignatureVerifier;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are trusted now: those that the program was built with and those that its root vouches for, without those that the root
 * took back. What the root said once stays known: a statement's end says only until when it may be taken in.
 */
final class Trust {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** A root changes its word rarely; so often a program that can reach the server looks. */
    private static final Duration LOOK = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Settings settings;
    private volatile Word word;
    private volatile Instant asked = Instant.MIN;

    /** What the root said last, and the keys that follow from it. */
    private record Word(@Nullable String text, @Nullable KeyStatement statement, Map<String, SignatureVerifier> keys) {}

    Trust(Settings settings) {
        this.settings = settings;
        word = new Word(null, null, settings.keys());
    }

    Map<String, SignatureVerifier> keys() {
        return word.keys();
    }

    /** Goes by a statement that was verified when it was taken in; one by a root that this program doesn't know says nothing. */
    void restore(@Nullable String text) {
        if (Objects.equals(text, word.text())) {
            return;
        }
        try {
            word = text == null ? new Word(null, null, settings.keys()) : said(text, verified(text, Instant.MIN));
        } catch (LicetException.BadFile e) {
            LOG.log(Level.DEBUG, "The statement of keys that was kept says nothing here: {0}", e.getMessage());
            word = new Word(text, null, settings.keys());
        }
    }

    /**
     * Verifies a statement that is to be taken in.
     *
     * @return false when it says nothing new, or less than is known
     * @throws LicetException.BadFile when it is not the root's word, or ended
     */
    boolean isNews(String text, Instant now) {
        KeyStatement fresh = verified(text, now);
        KeyStatement known = word.statement();
        return known == null
                || fresh.sequence() > known.sequence()
                || (fresh.sequence() == known.sequence() && fresh.issuedAt().isAfter(known.issuedAt()));
    }

    /** Whether the server should be asked for the root's word: never heard, or long ago, and not asked for just now. */
    boolean isOld(Instant now) {
        KeyStatement known = word.statement();
        return !settings.roots().isEmpty()
                && (known == null || now.isAfter(known.issuedAt().plus(LOOK)))
                && (asked.equals(Instant.MIN) || now.isAfter(asked.plus(PAUSE)));
    }

    void asked(Instant now) {
        asked = now;
    }

    /** Whether there may be keys that only the root's next word tells of, and one of them signed this. */
    boolean mayLearnKeyOf(String compact) {
        return !settings.roots().isEmpty()
                && kid(compact).filter(kid -> !keys().containsKey(kid)).isPresent();
    }

    private static Optional<String> kid(String compact) {
        try {
            return Jws.parse(compact).header().get("kid") instanceof String kid ? Optional.of(kid) : Optional.empty();
        } catch (InvalidToken e) {
            return Optional.empty();
        }
    }

    private Word said(String text, KeyStatement statement) {
        Map<String, SignatureVerifier> keys =
                new LinkedHashMap<>(statement.keys().keys());
        keys.putAll(settings.keys());
        keys.keySet().removeAll(statement.removed());
        return new Word(text, statement, Map.copyOf(keys));
    }

    private KeyStatement verified(String text, Instant now) {
        try {
            return KeyStatement.verify(text.strip(), settings.roots(), now);
        } catch (InvalidToken e) {
            throw new LicetException.BadFile(Code.FILE_UNTRUSTED, String.valueOf(e.getMessage()), e);
        } catch (MissingAlgorithm e) {
            throw new LicetException.BadFile(Code.FILE_UNSUPPORTED, String.valueOf(e.getMessage()), e);
        }
    }
}
