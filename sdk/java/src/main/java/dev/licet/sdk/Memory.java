package dev.licet.sdk;

import dev.licet.core.file.RevocationList;
import dev.licet.core.token.LicenseToken;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known, in memory for questions that must be answered at once, and in the store for the next run. A store that
 * can't be written is no reason to refuse: what is known then lasts as long as the program runs.
 */
final class Memory {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private final Settings settings;
    private final Store store;
    private final Proving proving;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);
    private volatile boolean kept = true;

    Memory(Settings settings, Proving proving) {
        this.settings = settings;
        this.proving = proving;
        this.store = new Store(settings);
    }

    /** What is known, with the clock looked at. */
    Known now() {
        return known.updateAndGet(before -> before.passing(settings.clock().instant()));
    }

    /** What is known once the store was read again, since another process may have learned something. */
    Known reload() {
        if (kept) {
            try {
                known.set(merged(known.get(), store.load()));
            } catch (IOException e) {
                notKept(e);
            }
        }
        return now();
    }

    /** Takes a change that was worked out, with its verified token. */
    Known learn(UnaryOperator<Saved> change, @Nullable LicenseToken token) {
        Known before = known.get();
        Written written = written(change, before);
        Known learned = proving.rest(before, written.saved(), token, written.trouble());
        known.set(learned);
        return learned;
    }

    /** Takes a change that leaves the token to be verified anew. */
    Known learn(UnaryOperator<Saved> change) {
        Known before = known.get();
        Written written = written(change, before);
        Known learned = proving.all(before, written.saved(), written.trouble());
        known.set(learned);
        return learned;
    }

    /**
     * Keeps a list of what was taken back, which is known to be newer than the one before.
     *
     * @param text as it came
     */
    void keep(RevocationList list, String text) throws IOException {
        proving.keep(text);
        learn(saved -> saved.listed(list.issuedAt(), saved.time().atLeast(list.issuedAt())));
    }

    /** Whether what was learned last was kept for the next run. */
    boolean keeps() {
        return kept;
    }

    /** Keeps how late it is, so that a clock that is set back while the program is away is noticed. */
    void keepTime() {
        Known current = now();
        if (current.saved().key() != null || current.file() != null) {
            try {
                store.update(other -> sameAnswer(current.saved(), claimed(other))
                        ? claimed(other).at(current.time())
                        : other);
            } catch (IOException e) {
                notKept(e);
            }
        }
    }

    private record Written(Saved saved, @Nullable String trouble) {}

    private Written written(UnaryOperator<Saved> change, Known before) {
        try {
            Saved next = store.update(change);
            kept = true;
            return new Written(next, null);
        } catch (IOException e) {
            return new Written(change.apply(before.saved()), notKept(e));
        }
    }

    private Known merged(Known before, Store.Kept read) {
        Saved saved = claimed(read.saved());
        boolean same = sameAnswer(before.saved(), saved) && Objects.equals(before.trouble(), read.trouble());
        if (same && before.time().seen() != null) {
            return before;
        }
        if (read.trouble() != null) {
            LOG.log(Level.DEBUG, read.trouble());
        }
        return proving.all(before, saved, read.trouble());
    }

    /** A licence key in the program's settings goes before one that was activated. */
    private Saved claimed(Saved saved) {
        String key = settings.licenseKey();
        return key == null || key.equals(saved.key()) ? saved : saved.claimed(key);
    }

    private static boolean sameAnswer(Saved a, Saved b) {
        return a.at(TrustedTime.NONE).equals(b.at(TrustedTime.NONE));
    }

    private String notKept(IOException e) {
        kept = false;
        String trouble = "What the server says can't be kept in " + store + ": " + e.getMessage();
        LOG.log(Level.DEBUG, trouble, e);
        return trouble;
    }
}
