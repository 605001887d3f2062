package dev.licet.core.token;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.State;
import dev.licet.core.device.Device;
import dev.licet.core.json.Fields;
import dev.licet.core.json.InvalidFields;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The claims of a licence token as JSON (RFC 7519, 4.1, and those of the HTTP contract). */
final class Claims {
    /** What of a policy has a meaning without the server. */
    private static final Set<String> OFFLINE = Set.of(
            "trial",
            "grace",
            "warnBefore",
            "onExpiry",
            "devices",
            "overage",
            "deviceMatch",
            "checkIn",
            "offlineTtl",
            "versions",
            "fallbackPlan");

    private static final Map<String, @Nullable Object> DEFAULTS =
            Policy.defaults().toMap();

    private Claims() {}

    static Map<String, @Nullable Object> write(LicenseToken token) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", token.issuer());
        claims.put("sub", token.license());
        claims.put("iat", token.issuedAt().getEpochSecond());
        claims.put("exp", token.expiresAt().getEpochSecond());
        claims.put("jti", token.id());
        claims.put("aud", token.product());
        Device device = token.device();
        if (device != null) {
            claims.put("device", device.fingerprint());
            putUnlessEmpty(claims, "components", new TreeMap<>(device.components()));
        }
        put(claims, "user", token.user());
        claims.put("plan", token.plan());
        claims.put("state", Fields.camelCase(token.state()));
        claims.put("features", token.features().toMap());
        claims.put("policy", policy(token.policy()));
        put(claims, "startsAt", text(token.term().startsAt()));
        put(claims, "startedAt", text(token.term().startedAt()));
        put(claims, "expiresAt", text(token.term().expiresAt()));
        put(claims, "maintenanceUntil", text(token.term().maintainedUntil(token.policy())));
        putUnlessEmpty(claims, "releases", token.releases().toMap());
        put(claims, "nonce", token.nonce());
        return claims;
    }

    static LicenseToken read(Map<String, ? extends @Nullable Object> json) {
        Fields claims = Fields.open(json);
        LicenseToken token = new LicenseToken(
                claims.requiredText("iss"),
                claims.requiredText("sub"),
                seconds(claims, "iat"),
                seconds(claims, "exp"),
                claims.requiredText("jti"),
                claims.requiredText("aud"),
                device(claims),
                claims.text("user"),
                claims.requiredText("plan"),
                state(claims),
                features(claims),
                policy(claims),
                new Facts.Term(
                        claims.instant("startsAt"),
                        claims.instant("startedAt"),
                        claims.instant("expiresAt"),
                        claims.instant("maintenanceUntil")),
                Releases.read(claims.object("releases")),
                claims.text("nonce"));
        try {
            claims.done();
        } catch (InvalidFields e) {
            throw new InvalidToken("The token's claims are bad. " + e.getMessage(), e);
        }
        return token;
    }

    /** Only what differs from the defaults: tokens travel on every validation. */
    private static Map<String, @Nullable Object> policy(Policy policy) {
        Map<String, @Nullable Object> map = policy.toMap();
        map.entrySet()
                .removeIf(each -> !OFFLINE.contains(each.getKey())
                        || Objects.equals(each.getValue(), DEFAULTS.get(each.getKey())));
        return map;
    }

    private static Policy policy(Fields claims) {
        require(claims, "policy");
        Fields policy = claims.object("policy");
        return policy == null ? Policy.defaults() : Policy.read(policy);
    }

    private static State state(Fields claims) {
        require(claims, "state");
        return Objects.requireNonNullElse(claims.oneOf("state", State.class), State.EXPIRED);
    }

    private static Features features(Fields claims) {
        require(claims, "features");
        Fields features = claims.object("features");
        return features == null ? Features.NONE : Features.read(features);
    }

    /** What is not said must not be taken for permitted. */
    private static void require(Fields claims, String name) {
        if (claims.any(name) == null) {
            claims.fail(name, "It is missing.");
        }
    }

    private static @Nullable Device device(Fields claims) {
        String fingerprint = claims.text("device");
        Fields parts = claims.object("components");
        Map<String, String> components = new TreeMap<>();
        if (parts != null) {
            parts.names().forEach(name -> components.put(name, parts.requiredText(name)));
        }
        return fingerprint == null ? null : new Device(fingerprint, components);
    }

    private static Instant seconds(Fields claims, String name) {
        BigDecimal seconds = claims.amount(name);
        if (seconds == null || seconds.compareTo(BigDecimal.valueOf(253402300799L)) > 0) {
            claims.fail(name, "It is no time in seconds.");
            return Instant.EPOCH;
        }
        return Instant.ofEpochSecond(seconds.longValue());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static void put(Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> claims, String name, Map<String, ?> value) {
        put(claims, name, value.isEmpty() ? null : value);
    }
}
