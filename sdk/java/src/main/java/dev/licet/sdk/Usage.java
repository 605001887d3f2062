package dev.licet.sdk;

import dev.licet.core.id.Uuid7;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is used of metered features.
 *
 * <pre>{@code
 * licet.usage().add("apiCalls", 1);                    // at once; counted even if the program is killed now
 * if (licet.usage().tryUse("exports", 1).granted()) {  // asks first, for what has a hard end
 *     …
 * }
 * }</pre>
 *
 * <p>What is added is written to a file in the client's {@linkplain ClientBuilder#store store} and sent in the background, a moment
 * later or when the server can be reached again, by whichever program that uses the same store. Each counts once, however often it
 * has to be sent. All methods may be called by any thread.
 */
public final class Usage {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private final Session session;
    private final Background background;
    private final Spool spool;
    private final Sending sending;
    private final List<Consumer<RefusedUsage>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, SpooledEvent> unanswered = new ConcurrentHashMap<>();
    private volatile Map<String, Balance> balances = Map.of();
    private volatile boolean trouble;

    Usage(Session session, Background background) {
        this.session = session;
        this.background = background;
        this.spool = new Spool(session.settings(), session.settings().usageSpool());
        this.sending = new Sending(session, spool, this::answered, this::refused);
        if (!spool.waiting().isEmpty()) {
            sending.soon(background);
        }
    }

    /**
     * So many units were used; see {@link #add(UsageEvent)}.
     *
     * @throws IllegalArgumentException when it is less than 0
     */
    public boolean add(String meter, long quantity) {
        return add(UsageEvent.of(meter, quantity));
    }

    /**
     * The same in parts of units.
     *
     * @throws IllegalArgumentException when it is less than 0, has more than 9 decimals, or is 10^15 or more
     */
    public boolean add(String meter, BigDecimal quantity) {
        return add(UsageEvent.of(meter, quantity));
    }

    /**
     * Something was used. It never waits for the server, and takes the time of one small write to a file.
     *
     * @return true when it is kept, and so will be counted though the program be killed the next moment; a power cut can lose what was
     *     added in the last second. False when it is not, which {@link #onRefused} tells as well: without a licence key, with a store
     *     that can't be written, or when as much waits as {@linkplain ClientBuilder#usageSpool may}: what came first stays
     */
    public boolean add(UsageEvent event) {
        return kept(spooled(event));
    }

    /**
     * Asks the server whether so many units may be used, and uses them if so; see {@link #tryUse(UsageEvent)}.
     *
     * @throws IllegalArgumentException as for {@link #add(String, long)}
     */
    public Use tryUse(String meter, long quantity) {
        return tryUse(UsageEvent.of(meter, quantity));
    }

    /**
     * Asks the server whether something may be used, and uses it if so, in one step that is exact among all who use the licence. Waits
     * at most for the client's {@linkplain ClientBuilder#patience patience}. Never throws for what the server says or doesn't.
     */
    public Use tryUse(UsageEvent event) {
        String key = session.key(session.memory().reload());
        if (key == null) {
            return refusal(Code.NOT_ACTIVATED.name(), "No licence key is known here: give one.", event);
        }
        String question = key + " " + event;
        SpooledEvent asked = Optional.ofNullable(unanswered.remove(question)).orElseGet(() -> spooled(event));
        try {
            Answer answer = new UsageApi(session.api()).report(key, List.of(asked));
            answered(key, answer);
            String no = UsageApi.refused(answer).get(asked.id());
            return no == null
                    ? new Use(
                            Use.Outcome.GRANTED,
                            Code.VALID.name(),
                            "It is counted.",
                            balance(event.meter()),
                            () -> false)
                    : refusal(no, "It may not be used: " + Code.of(no).words() + ".", event);
        } catch (LicetException.Refused e) {
            return refusal(e.codeText(), e.detail(), event);
        } catch (LicetException e) {
            unanswered.put(question, asked);
            return new Use(
                    Use.Outcome.UNANSWERED,
                    Code.UNKNOWN.name(),
                    String.valueOf(e.getMessage()),
                    balance(event.meter()),
                    () -> unanswered.remove(question, asked) && kept(asked));
        }
    }

    /** How a metered feature stood when the server last answered; empty before that, and for what is no metered feature. */
    public Optional<Balance> balance(String meter) {
        return Optional.ofNullable(balances.get(meter));
    }

    /**
     * Asks the server how a metered feature stands now.
     *
     * @throws LicetException.Unreachable when there is no answer
     * @throws LicetException.Refused when the server doesn't know the licence, or {@link Code#NOT_ACTIVATED}
     */
    public Optional<Balance> refresh(String meter) {
        String key = session.key(session.memory().reload());
        if (key == null) {
            throw new LicetException.Refused(Code.NOT_ACTIVATED, "No licence key is known here: give one.");
        }
        answered(key, new UsageApi(session.api()).report(key, List.of()));
        return balance(meter);
    }

    /**
     * Sends what is kept now, and waits for it.
     *
     * @throws LicetException.Unreachable when there is no answer; it stays kept
     * @throws LicetException.Refused when the server doesn't take it; it stays kept
     */
    public void flush() {
        sending.flush();
    }

    /**
     * Writes what is kept into signed reports in a folder, to be carried to the server: files of up to 1,000 events, numbered. What is in
     * a report is not sent otherwise, so take care of it; when it is brought twice, or was sent already, each event counts once all the
     * same, and when one is left behind the server says so.
     *
     * @return the files, in the order in which they were written; none when nothing is kept
     * @throws java.io.UncheckedIOException when one can't be written; what is not in a report stays kept
     */
    public List<Path> writeReports(Path folder) {
        return new Reports(session, sending).write(folder);
    }

    /**
     * Hears of what was added and is not counted. It is not sent again. Called in the background as a rule: return soon; what it throws
     * is logged.
     */
    public Usage onRefused(Consumer<RefusedUsage> listener) {
        listeners.add(listener);
        return this;
    }

    /** At the end of the program. */
    void close() {
        sending.last();
    }

    private SpooledEvent spooled(UsageEvent event) {
        Instant local = session.local();
        TrustedTime time = session.memory().now().time();
        Instant at = event.at().map(then -> then.plus(time.skew())).orElseGet(() -> time.now(local));
        return new SpooledEvent(Uuid7.next().toString(), event, at.truncatedTo(ChronoUnit.MICROS));
    }

    private boolean kept(SpooledEvent event) {
        @Nullable String key = session.key(session.memory().now());
        if (key == null) {
            refused(new RefusedUsage(event.event(), Code.NOT_ACTIVATED));
            return false;
        }
        try {
            spool.append(key, event.line());
            trouble = false;
        } catch (IOException e) {
            LOG.log(trouble ? Level.DEBUG : Level.WARNING, "Usage cannot be kept: {0}", e.getMessage());
            trouble = true;
            refused(new RefusedUsage(event.event(), Code.NOT_KEPT));
            return false;
        }
        sending.soon(background);
        return true;
    }

    private void answered(String key, Answer answer) {
        if (key.equals(session.key(session.memory().now()))) {
            balances = Balance.all(answer);
        }
    }

    private Use refusal(String code, String detail, UsageEvent event) {
        return new Use(Use.Outcome.REFUSED, code, detail, balance(event.meter()), () -> false);
    }

    private void refused(RefusedUsage usage) {
        LOG.log(Level.DEBUG, "Not counted, {0}: {1}", usage.codeText(), usage.event());
        for (Consumer<RefusedUsage> listener : listeners) {
            try {
                listener.accept(usage);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed", e);
            }
        }
    }
}
