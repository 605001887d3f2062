package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits for a floating seat. */
record Queue(Session session, SeatApi api) {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** A cancelled wait is noticed this soon. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** How often to ask, unless the place lasts less than three times as long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /**
     * Asks until it is this program's turn.
     *
     * @param first the answer that put it into the queue
     * @throws LicetException.Refused when it was cancelled, or waited as long as it may
     */
    Api.Timed wait(String key, LeaseRequest request, String process, Api.Timed first) {
        Instant end = session.local().plus(Objects.requireNonNullElse(request.longestWait(), Duration.ZERO));
        AtomicBoolean cancelled = new AtomicBoolean();
        Api.Timed answer = first;
        try {
            while (SeatApi.isQueued(answer)) {
                request.onWaiting().accept(new Waiting(SeatApi.position(answer.answer()), cancelled));
                pause(pause(answer.answer()), end, cancelled);
                answer = api.ask(key, request, process, answer.answer());
            }
            return answer;
        } catch (RuntimeException e) {
            leave(key, first);
            throw e;
        }
    }

    private Duration pause(Answer queued) {
        return SeatApi.lapse(queued, session.now())
                .map(lapse -> Pace.shorter(lapse.dividedBy(3), PAUSE))
                .orElse(PAUSE);
    }

    private void leave(String key, Api.Timed queued) {
        try {
            api.leaveQueue(key, queued.answer());
        } catch (LicetException e) {
            LOG.log(Level.DEBUG, "The queue could not be left: {0}", e.getMessage());
        }
    }

    private void pause(Duration time, Instant end, AtomicBoolean cancelled) {
        Instant until = session.local().plus(time);
        do {
            if (cancelled.get()) {
                throw new LicetException.Refused(Code.WAIT_CANCELLED, "The program waits for a seat no longer.");
            } else if (!session.local().isBefore(end)) {
                throw new LicetException.Refused(
                        Code.SEATS_EXHAUSTED, "All seats are taken, and none came free in time.");
            }
            sleep(Pace.shorter(GLANCE, Duration.between(session.local(), Pace.earlier(until, end))));
        } while (session.local().isBefore(until));
    }

    private void sleep(Duration time) {
        try {
            session.settings().sleeper().sleep(time.isNegative() ? Duration.ZERO : time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LicetException.Refused(Code.WAIT_CANCELLED, "The thread that waited was interrupted.");
        }
    }
}
