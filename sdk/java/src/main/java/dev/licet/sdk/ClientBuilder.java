package dev.licet.sdk;

import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.version.Version;
import dev.licet.sdk.device.Fingerprint;
import dev.licet.sdk.http.HttpTransport;
import dev.licet.sdk.http.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link LicetClient}. It needs {@link #product}, {@link #keys} and {@link #store}; the rest has defaults. */
public final class ClientBuilder {

    private final @Nullable String url;
    private final KeyRing ring = new KeyRing();
    private boolean demandsRevocations;
    private final List<ChangeListener> listeners = new ArrayList<>();
    private boolean plainHttp;
    private @Nullable String product;
    private @Nullable Version version;
    private @Nullable Instant releasedAt;
    private @Nullable String user;
    private @Nullable String licenseKey;
    private @Nullable String deviceName;
    private @Nullable String salt;
    private @Nullable Fingerprint fingerprint;
    private @Nullable Path store;
    private @Nullable Transport transport;
    private InstantSource clock = InstantSource.system();
    private Sleeper sleeper = Sleeper.REAL;
    private RandomGenerator random = RandomGenerator.getDefault();
    private Duration timeout = Duration.ofSeconds(10);
    private Duration patience = Duration.ofSeconds(15);
    private Duration heartbeat = Duration.ofMinutes(10);
    private long usageSpool = 16 << 20;

    ClientBuilder(@Nullable String url) {
        this.url = url;
    }

    /** The code of the product that this program is. */
    public ClientBuilder product(String code) {
        product = code;
        return this;
    }

    /**
     * The program's version, such as {@code 2.3.1} or {@code 3.0.0-beta.2}. Without it, rules about versions don't apply.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public ClientBuilder version(String text) {
        version = Version.parse(text);
        return this;
    }

    /**
     * When this version was released, baked in at its build, to the microsecond. A licence whose maintenance had ended by then does not
     * include it; without a server nothing else says so, and with one it counts for a version that the server has no record of.
     */
    public ClientBuilder releasedAt(Instant instant) {
        releasedAt = instant.truncatedTo(ChronoUnit.MICROS);
        return this;
    }

    /**
     * The public keys that a token or a licence file may be signed with, as the server's {@code /.well-known/jwks.json} publishes them.
     * Ship them with the program: keys that are fetched at run time prove nothing, unless a {@link #root} vouches for them. May be called
     * several times.
     *
     * @throws IllegalArgumentException when there is no key of a kind that is known in it
     */
    public ClientBuilder keys(String jwks) {
        ring.add(jwks);
        return this;
    }

    /**
     * One such key as its 32 bytes (RFC 8032); its id is its JWK thumbprint (RFC 7638). May be called several times.
     *
     * @throws IllegalArgumentException when it is none
     */
    public ClientBuilder key(byte[] ed25519) {
        ring.add(ed25519);
        return this;
    }

    /**
     * A key with a verifier of the program's own, such as for ML-DSA-65 on a Java that lacks it. May be called several times.
     *
     * @param id the key's {@code kid}
     */
    public ClientBuilder key(String id, SignatureVerifier verifier) {
        ring.add(id, verifier);
        return this;
    }

    /**
     * The server's root key, an Ed25519 public key as its 32 bytes, which signs nothing but the list of keys that sign. A program that
     * knows it trusts keys that are made long after it, and no longer those that were taken back; it needs no {@link #keys}, though a
     * machine that never reaches the server then needs {@link Offline#takeKeys}. May be called several times.
     *
     * @throws IllegalArgumentException when it is no such key
     */
    public ClientBuilder root(byte[] ed25519) {
        ring.addRoot(ed25519);
        return this;
    }

    /**
     * By which algorithms a licence file has to be signed: {@code EdDSA} when not given, or {@code EdDSA} and {@code ML-DSA-65} for files
     * that stay good when one of the two is broken. A file that has more signatures is good only when those are good too.
     *
     * @throws IllegalArgumentException for another algorithm, or none
     */
    public ClientBuilder algorithms(String... names) {
        ring.demand(Set.of(names));
        return this;
    }

    /**
     * Has a licence file count only together with a {@linkplain Offline#takeRevocations list of what was taken back} that has not ended;
     * otherwise {@link Code#REVOCATIONS_STALE}. When not given, a list that has ended is a {@link Warning#REVOCATIONS_STALE}, and what it
     * said stands.
     */
    public ClientBuilder demandRevocations() {
        demandsRevocations = true;
        return this;
    }

    /**
     * The folder in which the last answer is kept, made when it is needed, readable by the owner only. It has to last; in a
     * container, where the device's identity is kept there too, it has to be a volume.
     */
    public ClientBuilder store(Path folder) {
        store = folder;
        return this;
    }

    /** The named user who uses the program, an e-mail address as a rule; for licences that are assigned to users. */
    public ClientBuilder user(String email) {
        user = email;
        return this;
    }

    /**
     * A licence key from the program's own settings. It goes before one that was activated, and lets a licence without devices
     * be used without {@link LicetClient#activate(String)}.
     *
     * @throws IllegalArgumentException when it is mistyped
     */
    public ClientBuilder licenseKey(String key) {
        licenseKey = LicenseKey.parse(key).toString();
        return this;
    }

    /** What the device is called in lists; none when not given, since a machine's name is its owner's business. */
    public ClientBuilder deviceName(String name) {
        deviceName = name;
        return this;
    }

    /**
     * A word of the vendor's, never changed, under which all that is read of the machine is hashed; the product's code when
     * not given. Programs that are to agree on what a device is, as for a trial once per device, need the same one.
     */
    public ClientBuilder salt(String word) {
        salt = word;
        return this;
    }

    /** The device, when not this machine is meant, such as a dongle: see {@link Fingerprint#of(String, String)}. */
    public ClientBuilder fingerprint(Fingerprint device) {
        fingerprint = device;
        return this;
    }

    /** Hears when what the licence permits has changed. May be called several times. */
    public ClientBuilder onChange(ChangeListener listener) {
        listeners.add(listener);
        return this;
    }

    /** How long one try may take, more than zero; 10 seconds when not given. */
    public ClientBuilder timeout(Duration oneTry) {
        timeout = positive(oneTry);
        return this;
    }

    /** How long a call may take with all its tries and pauses, more than zero; 15 seconds when not given. */
    public ClientBuilder patience(Duration allTries) {
        patience = positive(allTries);
        return this;
    }

    /** The longest time between two heartbeats, at least a second; 10 minutes when not given. */
    public ClientBuilder heartbeat(Duration longest) {
        heartbeat = positive(longest);
        return this;
    }

    /**
     * How many bytes of usage may wait in the store for the server, of all programs that share it together and give or take a file of
     * 256 KiB; 16 MiB when not given, which is some 100 000 events. When as much waits, no more is taken until some was sent.
     */
    public ClientBuilder usageSpool(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("Give a number of bytes");
        }
        usageSpool = bytes;
        return this;
    }

    /** Lets licence keys go unencrypted to a server on another machine, for closed networks. */
    public ClientBuilder allowPlainHttp() {
        plainHttp = true;
        return this;
    }

    /** How requests get to the server; {@link HttpTransport} when not given. */
    public ClientBuilder transport(Transport seam) {
        transport = seam;
        return this;
    }

    /** Where the time comes from; the system's clock when not given. For tests. */
    public ClientBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** What waits between tries. For tests. */
    public ClientBuilder sleeper(Sleeper waits) {
        sleeper = waits;
        return this;
    }

    /** What spreads tries and heartbeats in time; nonces don't come from it. For tests. */
    public ClientBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /**
     * Reads the machine and what was kept, and asks nobody.
     *
     * @throws IllegalStateException when something is missing that has no default
     * @throws java.io.UncheckedIOException when this device needs an identity of its own and the store can't keep it
     */
    public LicetClient build() {
        return new LicetClient(settings());
    }

    Settings settings() {
        String code = given(product, "product(\"…\")");
        Path folder = given(store, "store(Path.of(…))");
        ring.check();
        Fingerprint device =
                fingerprint == null ? Fingerprint.ofThisMachine(salt == null ? code : salt, folder) : fingerprint;
        return new Settings(
                server(),
                code,
                version,
                releasedAt,
                user,
                licenseKey,
                deviceName,
                device,
                ring.keys(),
                ring.roots(),
                ring.algorithms(),
                demandsRevocations,
                folder,
                transport == null ? new HttpTransport() : transport,
                clock,
                sleeper,
                random,
                timeout,
                patience,
                heartbeat,
                usageSpool,
                List.copyOf(listeners));
    }

    private @Nullable URI server() {
        return url == null ? null : ServerAddress.of(url, plainHttp);
    }

    private static <T> T given(@Nullable T value, String call) {
        if (value == null) {
            throw new IllegalStateException("The client can't be built without " + call);
        }
        return value;
    }

    private static Duration positive(Duration span) {
        if (span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("Give a span that is longer than nothing");
        }
        return span;
    }
}
