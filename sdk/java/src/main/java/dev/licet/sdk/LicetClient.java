package dev.licet.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells a program what its licence permits. Make one when the program starts and close it at the end:
 *
 * <pre>{@code
 * LicetClient licet = LicetClient.of("https://licence.example.com")
 *         .product("notes").version("2.3.1")
 *         .keys(jwks)                       // the vendor's public keys, shipped with the program
 *         .store(Path.of(home, ".notes"))   // where the last answer is kept
 *         .build();
 *
 * Validation now = licet.validate();        // at the start; works without a network too
 * if (licet.feature("export")) { … }        // at any time, at once
 * }</pre>
 *
 * <p>{@link #license()}, {@link #feature}, {@link #limit} and {@link #text} never wait: they judge the server's last answer again
 * at the present instant, so that a licence that ends is over at that instant, with or without a network. Nothing is permitted
 * after a refusal, after the last answer ran out, or when the clock was set back. All other calls ask the server, one
 * at a time, and wait at most for the {@linkplain ClientBuilder#patience patience} given.
 *
 * <p>What is permitted is read from a token that the server signed, verified with the program's own keys; nothing
 * unsigned can permit anything. All methods may be called by any thread.
 */
public final class LicetClient implements AutoCloseable {

    private final Session session;
    private final Calls calls;
    private final Background background;
    private final Leasing leasing;
    private final Offline offline;
    private @Nullable Usage usage;
    private boolean beating;

    LicetClient(Settings settings) {
        session = Session.open(settings);
        calls = new Calls(session, new Announcer(settings.listeners(), session.license()));
        offline = new Offline(session, calls);
        background = new Background(settings.clock());
        leasing = new Leasing(session, background, this::validate);
    }

    /**
     * Begins to build a client.
     *
     * @param url the server's address, with {@code https}, or {@code http} on this machine
     * @throws IllegalArgumentException when it is no such address
     */
    public static ClientBuilder of(String url) {
        return new ClientBuilder(url);
    }

    /**
     * Begins to build a client for a machine that never reaches a server: it goes by a licence file, and everything else is carried to it
     * and from it; see {@link #offline}. What needs the server is {@link LicetException.Unreachable}.
     */
    public static ClientBuilder withoutServer() {
        return new ClientBuilder(null);
    }

    /**
     * Takes a place for this device under a licence and remembers the key. A device that has a place keeps it. The call may
     * take the {@linkplain ClientBuilder#patience patience} given, and takes no second place however often it has to be tried.
     *
     * @param key as a person typed it: case, separators, O for 0 and I or L for 1 don't matter
     * @return what is permitted now
     * @throws LicetException.Refused {@link Code#KEY_MISTYPED} without asking the server; {@link Code#DEVICE_LIMIT_REACHED} with
     *     {@linkplain LicetException.Refused#devices() those that hold the places}; or why the licence can't be used
     * @throws LicetException.Unreachable when there is no answer: activation needs the server
     * @throws LicetException.Untrusted when the answer can't be believed
     */
    public License activate(String key) {
        return calls.one(() -> new Activating(session).activate(key));
    }

    /**
     * Takes a place again under the key that is known, for a device whose place was released.
     *
     * @return what is permitted now
     * @throws LicetException as above; {@link Code#NOT_ACTIVATED} when no key is known
     */
    public License activate() {
        return calls.one(() -> new Activating(session).activate(null));
    }

    /**
     * Asks the server whether the program may run. Without a server, the last answer is judged again and a
     * {@link Warning#UNREACHABLE} tells how long that goes on. A refusal is an answer, not an exception.
     *
     * @throws LicetException.Unreachable when there is no server and it never answered for this key
     * @throws LicetException.Untrusted when the answer says yes and can't be believed; the last good one still stands
     * @throws LicetException.Refused when the server doesn't take the question, such as for a bad version
     */
    public Validation validate() {
        return calls.one(() -> new Validating(session).validate());
    }

    /**
     * Gives this device's place back and forgets the licence, as when the program is uninstalled. Does nothing when there is
     * none. A licence key given to the builder is not forgotten.
     *
     * @throws LicetException.Unreachable when the server can't be told; nothing is forgotten then
     * @throws LicetException.Refused when the server doesn't allow it, such as for too many in a period
     */
    public void deactivate() {
        calls.one(() -> {
            new Activating(session).deactivate();
            return true;
        });
    }

    /**
     * Takes a floating seat of the licence.
     *
     * @return the seat, renewed in the background until it is closed
     * @throws LicetException as for {@link #lease(LeaseRequest)}
     */
    public Lease lease() {
        return lease(LeaseRequest.seat());
    }

    /**
     * Takes a floating seat. A borrowed one that is kept here, and one that a crash of this program left behind, is taken up again
     * before another is asked for. It takes no second seat however often it has to be tried.
     *
     * @return the seat, renewed in the background until it is closed
     * @throws LicetException.Refused {@link Code#SEATS_EXHAUSTED} with {@linkplain LicetException.Refused#seats() how many there
     *     are}, after the wait if the request says to {@linkplain LeaseRequest#queue queue}; {@link Code#WAIT_CANCELLED};
     *     {@link Code#NOT_ACTIVATED} when no key is known; or why the licence can't be used
     * @throws LicetException.Unreachable when there is no answer and no seat that is kept here
     * @throws LicetException.Untrusted when the answer can't be believed
     */
    public Lease lease(LeaseRequest request) {
        return leasing.take(request);
    }

    /** Takes up, without the server, the borrowed seats that are kept on this device and that no other process uses. */
    public List<Lease> borrowed() {
        return leasing.borrowed();
    }

    /** What is brought to this machine and taken from it by hand: licence files, requests for them, lists of what was taken back. */
    public Offline offline() {
        return offline;
    }

    /**
     * What is used of metered features. The first call also begins to send what earlier runs of the program left.
     */
    public synchronized Usage usage() {
        if (usage == null) {
            usage = new Usage(session, background);
        }
        return usage;
    }

    /**
     * Reports to the server in the background that the program runs, from now until {@link #close}: as often as the server
     * wants it, at least as often as {@linkplain ClientBuilder#heartbeat said}. By it a renewed, changed or revoked licence
     * gets through to a running program; listeners hear of it. Calling it again changes nothing.
     */
    public synchronized void startHeartbeat() {
        if (!beating && session.settings().server() != null) {
            beating = true;
            Settings settings = session.settings();
            background.in(Duration.ZERO, new Heartbeat(this::beat, settings.heartbeat(), settings.random()));
        }
    }

    /**
     * What the last answer permits now; when that has run out, what a floating seat permits that is held. It never waits and never
     * throws.
     */
    public License license() {
        License license = session.license();
        return license.valid() || !Leasing.mayHelp(license)
                ? license
                : leasing.license().orElse(license);
    }

    /** Whether a feature is included now; see {@link License#feature}. */
    public boolean feature(String code) {
        return license().feature(code);
    }

    /** A number now, such as a greatest count; empty when the feature is not in the licence; see {@link License#limit}. */
    public OptionalLong limit(String code) {
        return license().limit(code);
    }

    /** A text now; empty when the feature is not in the licence; see {@link License#text}. */
    public Optional<String> text(String code) {
        return license().text(code);
    }

    /**
     * Gives back the floating seats that are not borrowed, sends the usage that waits, and ends all that is done in the background. It
     * waits for one try of each; what is not sent then is kept. The device's place is kept too: see {@link #deactivate}.
     */
    @Override
    public void close() {
        leasing.close();
        closeUsage();
        background.close();
        session.memory().keepTime();
    }

    private synchronized void closeUsage() {
        if (usage != null) {
            usage.close();
        }
    }

    /** Does now what is due in the background. */
    void catchUp() {
        background.catchUp();
    }

    /** One beat. Listeners hear also of what time alone has changed. */
    Optional<Duration> beat() {
        return calls.one(() -> new Beating(session).beat());
    }
}
