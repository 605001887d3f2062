package dev.licet.sdk;

import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The licence of the {@link FakeServer}: fields to set, and the answers that follow from them. */
final class FakeLicense {

    SigningKey signing = new SigningKey();
    final MovableClock clock;
    String id = "lic_01h455vb4pex5vsknk084sn02q";
    String code = "VALID";
    String state = "active";
    String plan = "pro";
    String heartbeat = "PT10M";

    @Nullable Instant expiresAt;

    Map<String, Object> features = Map.of("export", true, "maxNotes", 500, "support", "gold");
    Map<String, Object> policy = Map.of("devices", 3);
    Map<String, Object> extra = Map.of();
    Map<String, Object> claims = Map.of();

    FakeLicense(MovableClock clock) {
        this.clock = clock;
    }

    Map<String, @Nullable Object> answer(FakeServer.Asked asked) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        boolean valid = code.equals("VALID");
        answer.put("token", valid ? signing.sign(claims(asked)) : null);
        if (asked.path().endsWith("/heartbeat")) {
            answer.put(
                    "nextHeartbeat",
                    Span.parse(heartbeat).addTo(clock.instant()).toString());
            return answer;
        }
        answer.put("license", shown());
        if (asked.path().endsWith("/activations")) {
            answer.put("device", Map.of("id", "dev_01h455vb4pex5vsknk084sn02r"));
            return answer;
        }
        answer.put("valid", valid);
        answer.put("code", code);
        answer.put("detail", "Because " + code + ".");
        answer.putAll(extra);
        return answer;
    }

    Map<String, @Nullable Object> claims(FakeServer.Asked asked) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://licence.example.com");
        claims.put("sub", id);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", end(now).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("aud", "notes");
        claims.put("device", LicetTest.DEVICE.value());
        claims.put("components", LicetTest.DEVICE.components());
        claims.put("plan", plan);
        claims.put("state", state);
        claims.put("features", Features.read(features).toMap());
        claims.put("policy", policy);
        claims.put("startedAt", "2026-01-01T00:00:00Z");
        claims.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        claims.put("nonce", asked.body().get("nonce"));
        claims.putAll(this.claims);
        return claims;
    }

    private Instant end(Instant now) {
        Policy read = Policy.read(policy);
        Instant offline = read.offlineTtl().addTo(now);
        Instant last = expiresAt == null ? offline : read.grace().addTo(expiresAt);
        return last.isBefore(offline) ? last : offline;
    }

    private Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("state", state);
        shown.put("plan", plan);
        shown.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        return shown;
    }
}
