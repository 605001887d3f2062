package dev.licet.bench.jmh;

import dev.licet.bench.SampleToken;
import dev.licet.bench.Seeds;
import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.json.Json;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.TokenVerifier;
import dev.licet.core.version.Version;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a server and an SDK do for each question. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Core {
    private final Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private final Device device = new Device(Seeds.fingerprint(1), Map.of());
    private final Question question = new Question("notes", device, null, Version.parse("2.3.1"), List.of("export"));
    private final Facts facts = facts();
    private final String key = Seeds.key(7).toString();
    private final SampleToken sample;
    private final TokenVerifier verifier;
    private final LicenseToken token;
    private final String body = "{\"key\":\"" + key + "\",\"product\":\"notes\",\"device\":{\"fingerprint\":\""
            + Seeds.fingerprint(1) + "\"},\"version\":\"2.3.1\",\"features\":[\"export\"]}";

    public Core() {
        try {
            sample = SampleToken.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        verifier = new TokenVerifier(sample.keys());
        token = verifier.verify(sample.compact());
    }

    private Facts facts() {
        return new Facts(
                "notes",
                "pro",
                Policy.read(Map.of("term", "P1Y", "devices", 3, "grace", "P14D")),
                Features.read(Map.of("export", true, "maxNotes", java.math.BigDecimal.valueOf(500))),
                null,
                new Facts.Term(null, now.minusSeconds(86_400), now.plusSeconds(86_400 * 300)),
                null,
                null,
                null,
                new Facts.Devices(1, List.of(new Facts.KnownDevice("d", device, 1, now, now))),
                Facts.Users.NONE,
                Facts.Leases.NONE,
                Facts.Usage.NONE,
                Releases.NONE);
    }

    @Benchmark
    public Decision decide() {
        return Decisions.decide(facts, question, now);
    }

    @Benchmark
    public LicenseKey parseKey() {
        return LicenseKey.parse(key);
    }

    @Benchmark
    public @Nullable Object parseJson() {
        return Json.parse(body);
    }

    @Benchmark
    public String writeClaims() {
        return Json.write(token.claims());
    }

    /** What the SDK does with a token that it reads or receives. */
    @Benchmark
    public LicenseToken verifyToken() {
        return verifier.verify(sample.compact());
    }

    /** What the SDK does at every question without a network. */
    @Benchmark
    public Decision decideOffline() {
        return token.decide(sample.question(), sample.now());
    }
}
