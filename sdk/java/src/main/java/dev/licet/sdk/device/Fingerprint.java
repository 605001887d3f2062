package dev.licet.sdk.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.sdk.internal.Hmac;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says that two runs of a program are on the same machine, without saying which machine it is. Everything in it is
 * HMAC-SHA256 under the caller's salt: two vendors with different salts can't find out that they know the same machine.
 * A part with few possible values, such as the processor's model, can still be guessed by trying them all.
 *
 * <p>It stays the same over reboots, updates, docking stations, and new network cards or names, none of which it reads.
 * It needs no root. A machine that was installed anew, or lost its disk, has another {@link #value()} and some of its
 * old {@link #components()}, by which the server can know it again.
 *
 * <p>In a container, and where the system has no identity that lasts, it stands on a random id kept in the home folder:
 * keep that folder (in a container, a volume), or every start is a new device. A copied virtual machine is told from
 * its original where a cloud numbers its machines; else the two look the same.
 */
public final class Fingerprint {

    private final byte[] salt;
    private final Identity identity;
    private final Map<String, String> components;

    private Fingerprint(String salt, Identity identity) {
        if (salt.isBlank() || identity.text().isBlank()) {
            throw new IllegalArgumentException("Neither salt nor identity may be blank.");
        }
        this.salt = salt.getBytes(UTF_8);
        this.identity = identity;
        this.components = identity.components().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, this::hashed));
    }

    /**
     * Reads this machine. It takes some milliseconds, on macOS and Windows up to a few seconds when the system is slow:
     * keep the result.
     *
     * @param salt any text of yours that never changes, the same in all your programs that are to agree on a device
     * @param home the folder for the random id of a machine without identity; made when it is needed
     * @throws java.io.UncheckedIOException when such an id can't be kept there
     */
    public static Fingerprint ofThisMachine(String salt, Path home) {
        return of(salt, ThisMachine.read(), () -> InstallationId.in(home));
    }

    /**
     * A device that you identify yourself, by a dongle's number for example.
     *
     * @param salt as above
     * @param identity what is different on every device and always the same on one; it is hashed before it is used
     */
    public static Fingerprint of(String salt, String identity) {
        return new Fingerprint(salt, new Identity(identity, Map.of(Components.CUSTOM, identity), Environment.PHYSICAL));
    }

    static Fingerprint of(String salt, Machine machine, Supplier<String> installation) {
        return new Fingerprint(salt, Identity.of(machine, installation));
    }

    /** 43 characters of base64url, different on every machine. */
    public String value() {
        return Hmac.text(salt, "licet device", identity.text());
    }

    /** Hashes of what the machine is made of, by name: {@code machineId systemUuid disk board cpu installation custom}. */
    public Map<String, String> components() {
        return components;
    }

    public Environment environment() {
        return identity.environment();
    }

    /** The operating system and processor family, such as {@code linux amd64}. */
    public String platform() {
        return ThisMachine.platform();
    }

    /**
     * 32 bytes that only this machine can work out again and that are never sent anywhere. Whoever runs programs on the
     * machine can work them out too: they hide and bind, they don't protect from the machine's owner.
     */
    public byte[] secret(String purpose) {
        return Hmac.of(salt, "licet secret", purpose, identity.text());
    }

    @Override
    public String toString() {
        return "Fingerprint[" + value() + ", " + environment() + ", " + components.keySet() + "]";
    }

    private String hashed(Map.Entry<String, String> part) {
        return Hmac.text(salt, "licet component", part.getKey(), part.getValue());
    }
}
