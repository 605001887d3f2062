package dev.licet.sdk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Sends what is in the spool, in batches, and soon after it was added; when that fails less and less often. */
final class Sending implements Chore {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** So soon after something was added, so that what is added at about the same time goes together. */
    static final Duration SOON = Duration.ofMillis(250);

    private static final Duration RARELY = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    /** What the server says of a licence that will not count anything again. */
    private static final Set<String> FINAL = Set.of("NOT_FOUND", "REVOKED");

    /** What the server says of a batch that it can't take as a whole. */
    private static final Set<String> BAD = Set.of("INVALID", "BODY_TOO_LARGE");

    private final Spool spool;
    private final UsageApi once;
    private final UsageApi patient;
    private final Pace pace;
    private final BiConsumer<String, Answer> answered;
    private final Consumer<RefusedUsage> refused;
    private final ReentrantLock sending = new ReentrantLock();
    private final boolean alone;
    private volatile boolean scheduled;
    private int failures;

    /**
     * @param answered hears what the server says to a licence key
     * @param refused hears of events that were not counted
     */
    Sending(Session session, Spool spool, BiConsumer<String, Answer> answered, Consumer<RefusedUsage> refused) {
        this.spool = spool;
        this.once = new UsageApi(Api.once(session.settings()));
        this.patient = new UsageApi(session.api());
        this.pace = new Pace(session.settings().random());
        this.answered = answered;
        this.refused = refused;
        this.alone = session.settings().server() == null;
    }

    /** Has it run soon, unless it does anyway or has to wait since the server was not reached. */
    void soon(Background background) {
        if (!scheduled && !alone) {
            scheduled = true;
            background.in(SOON, this);
        }
    }

    @Override
    public Optional<Duration> run() {
        scheduled = false;
        try {
            send(once);
            failures = 0;
            return Optional.empty();
        } catch (LicetException.Unreachable e) {
            LOG.log(Level.DEBUG, "Usage waits: {0}", e.getMessage());
        } catch (LicetException e) {
            LOG.log(Level.WARNING, "Usage waits, since the server does not take it: {0}", e.getMessage());
        }
        scheduled = true;
        failures++;
        return Optional.of(pace.afterFailures(failures, RARELY));
    }

    /** Sends everything now, with as many tries as other calls have. */
    void flush() {
        send(patient);
    }

    /** Lets go of what was written, and sends what one try can, unless it is being sent and that takes long. */
    void last() {
        try {
            if (alone) {
                spool.turn();
            } else if (sending.tryLock(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    send(once);
                } finally {
                    sending.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LicetException | IOException e) {
            LOG.log(Level.DEBUG, "Usage waits for the next start: {0}", e.getMessage());
        }
    }

    private void send(UsageApi api) {
        each(file -> send(api, file));
    }

    /** What is done with a file that nobody else has. */
    interface Work {
        void with(SpoolFile file) throws IOException;
    }

    /** Does something with every file that waits, the oldest first, and with nobody else at it. */
    void each(Work work) {
        sending.lock();
        try {
            spool.turn();
            for (Path path : spool.waiting()) {
                Optional<SpoolFile> file = spool.take(path);
                if (file.isPresent()) {
                    work.with(file.get());
                }
            }
        } catch (IOException e) {
            throw new LicetException.Unreachable("The usage that is kept can't be read: " + e.getMessage(), e);
        } finally {
            sending.unlock();
        }
    }

    private void send(UsageApi api, SpoolFile file) throws IOException {
        try (file) {
            for (List<SpooledEvent> batch = file.next(BATCH); !batch.isEmpty(); batch = file.next(BATCH)) {
                List<RefusedUsage> no = report(api, file.key(), batch);
                file.settle(batch.size());
                no.forEach(refused);
            }
        }
    }

    /** A batch that the server can't take is sent in halves, so that one bad event doesn't hold up the others. */
    private List<RefusedUsage> report(UsageApi api, String key, List<SpooledEvent> batch) {
        try {
            Answer answer = api.report(key, batch);
            answered.accept(key, answer);
            Map<String, String> codes = UsageApi.refused(answer);
            return batch.stream()
                    .filter(each -> codes.containsKey(each.id()))
                    .map(each -> no(each, String.valueOf(codes.get(each.id()))))
                    .toList();
        } catch (LicetException.Refused e) {
            if (FINAL.contains(e.codeText()) || (batch.size() == 1 && BAD.contains(e.codeText()))) {
                return batch.stream().map(each -> no(each, e.codeText())).toList();
            } else if (BAD.contains(e.codeText())) {
                int half = batch.size() / 2;
                return IntStream.of(0, 1)
                        .mapToObj(part -> part == 0 ? batch.subList(0, half) : batch.subList(half, batch.size()))
                        .flatMap(part -> report(api, key, part).stream())
                        .toList();
            }
            throw e;
        }
    }

    private static RefusedUsage no(SpooledEvent each, String code) {
        return new RefusedUsage(each.event(), Code.of(code), code);
    }
}
