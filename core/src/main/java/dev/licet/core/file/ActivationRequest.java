package dev.licet.core.file;

import dev.licet.core.device.Device;
import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a program without a network writes to get a place for its device. It proves that the program has the licence key and does not
 * hold the key. The answer is a licence file with the same nonce.
 *
 * @param nonce never used before, 16 to 64 characters: the request is answered by one place, however often it is brought
 * @param product the code of the product that the program is; null when it does not say
 * @param device the device that asks
 * @param name what people call the device
 * @param platform its system
 * @param user the person who uses it
 * @param version the program's version
 * @param releasedAt when the program says that its version was released; null when it does not say
 * @param madeAt when, by the device's own clock, which nobody vouches for
 */
public record ActivationRequest(
        String nonce,
        @Nullable String product,
        Device device,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String user,
        @Nullable String version,
        @Nullable Instant releasedAt,
        Instant madeAt) {
    private static final String TYPE = "license-activation+jwt";

    /** The request as text, signed with the licence key. */
    public String write(LicenseKey key) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("jti", nonce);
        claims.put("iat", madeAt.getEpochSecond());
        claims.put("aud", product);
        claims.put("device", device.fingerprint());
        claims.put("components", new TreeMap<>(device.components()));
        claims.put("name", name);
        claims.put("platform", platform);
        claims.put("user", user);
        claims.put("version", version);
        claims.put("releasedAt", releasedAt == null ? null : releasedAt.toString());
        claims.values().removeIf(java.util.Objects::isNull);
        return KeyedFile.write(Armor.ACTIVATION_REQUEST, TYPE, claims, key);
    }

    /**
     * A request as it came; nothing in it can be believed before {@link Unverified#verify}.
     *
     * @throws InvalidFile when it is none
     */
    public static Unverified open(String text) {
        return new Unverified(KeyedFile.open(Armor.ACTIVATION_REQUEST, TYPE, text));
    }

    /** A request before it was verified. */
    public static final class Unverified {
        private final KeyedFile file;

        private Unverified(KeyedFile file) {
            this.file = file;
        }

        /** The {@link OfflineKeys#finder} of the licence key that it claims to be signed with. */
        public String finder() {
            return file.finder();
        }

        /**
         * What it says.
         *
         * @throws InvalidFile when it was not signed with this licence key, or was altered
         */
        public ActivationRequest verify(LicenseKey key) {
            return file.read(key, ActivationRequest::read);
        }
    }

    private static ActivationRequest read(Fields claims) {
        return new ActivationRequest(
                OfflineClaims.nonce(claims),
                claims.text("aud"),
                new Device(claims.requiredText("device"), OfflineClaims.texts(claims, "components")),
                claims.text("name"),
                claims.text("platform"),
                claims.text("user"),
                claims.text("version"),
                claims.instant("releasedAt"),
                OfflineClaims.seconds(claims, "iat"));
    }
}
