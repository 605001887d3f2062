package dev.licet.sdk;

import dev.licet.sdk.internal.OwnedFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The floating seats of a client: takes them, keeps them, has them renewed, and gives them back. */
final class Leasing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private static final Set<Code> MAY_HELP = Set.of(Code.CHECK_IN_OVERDUE, Code.NOT_ACTIVATED, Code.TOO_MANY_LEASES);

    private final Session session;
    private final Background background;
    private final Taking taking;
    private final SeatFiles files;
    private final SeatApi hasty;
    private final Pace pace;
    private final Map<Lease, Held> open = new ConcurrentHashMap<>();
    private final Set<Returning> returning = ConcurrentHashMap.newKeySet();
    private @Nullable Thread atExit;
    private volatile boolean ended;

    /** What goes with a seat that is held. */
    private record Held(Tending tending, Optional<OwnedFile> use) {}

    /** @param settle asks the server in a way that also tells what time it is */
    Leasing(Session session, Background background, Runnable settle) {
        this.session = session;
        this.background = background;
        this.taking = new Taking(session, settle);
        this.files = new SeatFiles(session.settings(), session.check());
        this.hasty = new SeatApi(Api.once(session.settings()), session.settings());
        this.pace = new Pace(session.settings().random());
    }

    /** A seat that was left here and suits, or else a new one. */
    Lease take(LeaseRequest request) {
        String key = session.key(session.memory().reload());
        if (key == null) {
            throw new LicetException.Refused(Code.NOT_ACTIVATED, "No licence key is known here: give one.");
        }
        return files.ids().stream()
                .flatMap(id -> takeUp(id, seat -> suits(seat, key, request)).stream())
                .flatMap(kept -> resumed(kept, request).stream())
                .findFirst()
                .orElseGet(() -> fresh(taking.take(key, request), request));
    }

    /** The borrowed seats that are kept here and that nobody uses. */
    List<Lease> borrowed() {
        session.memory().reload();
        return files.ids().stream()
                .flatMap(id -> takeUp(id, Seat::borrowed).stream())
                .map(kept -> held(kept.seat(), Optional.of(kept.use()), false))
                .toList();
    }

    /** What the seats permit, when one does. */
    Optional<License> license() {
        return open.keySet().stream().map(Lease::license).filter(License::valid).findFirst();
    }

    /** Whether a seat may say more than this: the last answer has run out, there was none, or no seat was left. */
    static boolean mayHelp(License license) {
        return MAY_HELP.contains(license.code());
    }

    License license(Seat seat) {
        License license = session.judge().judge(seat, session.memory().now(), session.local());
        return seat.over(session.local()) && license.code() == Code.CHECK_IN_OVERDUE
                ? license.refused(
                        Code.LEASE_ENDED.name(),
                        "The seat ended at " + seat.token().expiresAt() + ".")
                : license;
    }

    Duration left(Seat seat) {
        return seat.left(session.local());
    }

    void renew(Lease lease) {
        Seat longer = taking.renew(hasty, lease.seat());
        lease.renewed(longer, () -> update(longer));
    }

    void lose(Lease lease, Lease.Loss why) {
        Held held = open.remove(lease);
        if (held != null) {
            held.use().ifPresent(use -> forget(lease.seat(), use));
        }
        lease.lose(why);
    }

    /** Tries as long as other calls do. */
    void giveBack(Lease lease) {
        new SeatApi(session.api(), session.settings())
                .giveBack(lease.seat().id(), lease.seat().key());
        Held held = open.remove(lease);
        if (held != null) {
            background.drop(held.tending());
            held.use().ifPresent(use -> forget(lease.seat(), use));
        }
    }

    /** Lets a borrowed seat lie; gives another back, now or in the background. */
    void close(Lease lease) {
        Held held = open.remove(lease);
        if (held == null) {
            return;
        }
        background.drop(held.tending());
        Returning chore = new Returning(lease.seat(), held.use());
        if (lease.isBorrowed()) {
            chore.letGo();
        } else if (chore.run().isPresent()) {
            returning.add(chore);
            background.in(Returning.AGAIN, chore);
        }
    }

    /** Gives everything back that is not borrowed, with one try for each. */
    @Override
    public void close() {
        ended = true;
        List.copyOf(open.keySet()).forEach(Lease::close);
        returning.forEach(Returning::letGo);
        returning.clear();
        forgetExit();
    }

    private Optional<SeatFiles.Kept> takeUp(String id, Predicate<Seat> wanted) {
        try {
            Optional<SeatFiles.Kept> kept = files.takeUp(id);
            if (kept.isEmpty()) {
                return kept;
            }
            Seat seat = kept.get().seat();
            if (seat.over(session.local())) {
                files.forget(id, kept.get().use());
            } else if (wanted.test(seat) && license(seat).valid()) {
                return kept;
            } else {
                kept.get().use().close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A seat that was kept can't be read", e);
        }
        return Optional.empty();
    }

    private static boolean suits(Seat seat, String key, LeaseRequest request) {
        return seat.key().equals(key)
                && Objects.equals(seat.feature(), request.feature())
                && seat.quantity() == request.quantity()
                && (seat.borrowed() || request.borrow() == null);
    }

    /** A borrowed seat needs nobody's word. One that a crash left behind does, unless nobody can be asked. */
    private Optional<Lease> resumed(SeatFiles.Kept kept, LeaseRequest request) {
        Seat seat = kept.seat();
        try {
            if (!seat.borrowed()) {
                seat = taking.renew(hasty, seat);
                update(seat);
            }
        } catch (LicetException.Refused e) {
            forget(seat, kept.use());
            return Optional.empty();
        } catch (LicetException e) {
            LOG.log(Level.DEBUG, "A seat is taken up without the server: {0}", e.getMessage());
        }
        return Optional.of(held(seat, Optional.of(kept.use()), request.isReturnedAtExit()));
    }

    private Lease fresh(Seat seat, LeaseRequest request) {
        try {
            return held(seat, Optional.of(files.keep(seat)), request.isReturnedAtExit());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A seat can't be kept", e);
            if (seat.borrowed()) {
                new Returning(seat, Optional.empty()).run();
                throw new LicetException.Refused(
                        Code.NOT_KEPT, "Nothing can be borrowed, since nothing can be kept here: " + e.getMessage());
            }
            return held(seat, Optional.empty(), request.isReturnedAtExit());
        }
    }

    private Lease held(Seat seat, Optional<OwnedFile> use, boolean returnAtExit) {
        Lease lease = new Lease(this, seat, returnAtExit && !seat.borrowed());
        Tending tending = new Tending(lease, this, pace);
        open.put(lease, new Held(tending, use));
        background.in(tending.first(), tending);
        if (lease.isReturnedAtExit()) {
            mindExit();
        }
        return lease;
    }

    private synchronized void mindExit() {
        if (atExit == null && !ended) {
            Thread thread = new Thread(this::exit, "licet-exit");
            Runtime.getRuntime().addShutdownHook(thread);
            atExit = thread;
        }
    }

    private void exit() {
        List.copyOf(open.keySet()).stream().filter(Lease::isReturnedAtExit).forEach(Lease::close);
    }

    private synchronized void forgetExit() {
        if (atExit != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException exiting) {
                LOG.log(Level.TRACE, "The exit is under way", exiting);
            }
            atExit = null;
        }
    }

    private void update(Seat seat) {
        try {
            files.update(seat);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A seat that was renewed can't be kept", e);
        }
    }

    private void forget(Seat seat, OwnedFile use) {
        try {
            files.forget(seat.id(), use);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A seat that is over can't be cleared away", e);
        }
    }

    /** A seat on its way back. When it does not get there, it stays kept, so that this device takes it up before another. */
    private final class Returning implements Chore {

        static final Duration AGAIN = Duration.ofSeconds(20);

        private final Seat seat;
        private final Optional<OwnedFile> use;

        Returning(Seat seat, Optional<OwnedFile> use) {
            this.seat = seat;
            this.use = use;
        }

        @Override
        public Optional<Duration> run() {
            try {
                hasty.giveBack(seat.id(), seat.key());
            } catch (LicetException.Unreachable e) {
                LOG.log(Level.DEBUG, "A seat could not be given back: {0}", e.getMessage());
                if (!seat.over(session.local())) {
                    return Optional.of(AGAIN);
                }
            } catch (LicetException e) {
                LOG.log(Level.WARNING, "A seat was not taken back: {0}", e.getMessage());
            }
            returning.remove(this);
            use.ifPresent(file -> forget(seat, file));
            return Optional.empty();
        }

        void letGo() {
            use.ifPresent(file -> {
                try {
                    file.close();
                } catch (IOException e) {
                    LOG.log(Level.DEBUG, "A seat's lock can't be let go of", e);
                }
            });
        }
    }
}
