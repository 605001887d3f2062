package dev.licet.sdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.file.LicenseFileVerifier;
import dev.licet.core.json.Json;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.meter.Period;
import dev.licet.core.policy.FeatureValue;
import dev.licet.core.policy.Features;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.SignatureVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the cases of {@code spec/vectors}, each as far as a program sees it: through the SDK's own types. */
class VectorsTest {

    /** What only the server decides or writes. */
    private static final Set<String> SERVER =
            Set.of("activation", "division", "lease", "usage", "tokenExpiry", "typeId", "versionRange");

    /** What the SDK hands to core as it is, whose own test runs them. */
    private static final Set<String> CORE = Set.of("file", "keyedFile", "revocations", "keyStatement", "hkdf");

    private static final Path FOLDER = Path.of(System.getProperty("repository"), "spec", "vectors");

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".json") && !file.endsWith("schema.json"))
                    .sorted()
                    .toList();
        }
        List<DynamicTest> cases = files.stream().flatMap(VectorsTest::cases).toList();
        assertThat(cases).hasSizeGreaterThan(400);
        return cases.stream();
    }

    @Test
    void aKindThatIsNotKnownFails() {
        Answer none = new Answer(Map.of());
        assertThatThrownBy(() -> run("weather", none, none)).hasMessageContaining("weather");
    }

    private static Stream<DynamicTest> cases(Path path) {
        Answer file = read(path);
        String kind = file.text("kind").orElse("");
        return SERVER.contains(kind) || CORE.contains(kind)
                ? Stream.empty()
                : file.objects("cases").stream()
                        .map(each -> DynamicTest.dynamicTest(
                                text(each, "id") + " " + text(each, "why"), () -> run(kind, file, each)));
    }

    private static void run(String kind, Answer file, Answer it) {
        switch (kind) {
            case "decision" -> decision(it);
            case "offline" -> offline(file, it);
            case "fileOffline" -> fileOffline(file, it);
            case "token" -> token(file, it);
            case "key" -> key(it);
            case "time" -> time(it);
            case "span" -> span(it);
            case "versionOrder" -> version(it);
            case "meterPeriod" -> period(it);
            default -> throw new AssertionError("The SDK doesn't know vectors of the kind " + kind);
        }
    }

    private static void decision(Answer it) {
        Instant at = Instant.parse(text(it, "at"));
        Facts facts = it.object("facts").map(json -> Facts.read(json.json())).orElse(null);
        LicenseExpectation.compare(
                expected(it), Licenses.of("lic_1", Decisions.decide(facts, question(it), at), at), at);
    }

    private static void offline(Answer file, Answer it) {
        Instant at = Instant.parse(text(it, "at"));
        LicenseToken token = TokenCheck.verified(text(it, "token"), keys(file));
        LicenseExpectation.compare(expected(it), Licenses.of(token.license(), token.decide(question(it), at), at), at);
    }

    private static void fileOffline(Answer file, Answer it) {
        Instant at = Instant.parse(text(it, "at"));
        LicenseKey key = it.text("key").map(LicenseKey::parse).orElse(null);
        LicenseToken grant = new LicenseFileVerifier(keys(file), Set.of("EdDSA"))
                .verify(text(it, "text"), key, it.text("fingerprint").orElse(null))
                .grant();
        LicenseExpectation.compare(expected(it), Licenses.of(grant.license(), grant.decide(question(it), at), at), at);
    }

    private static void token(Answer file, Answer it) {
        Answer expected = expected(it);
        try {
            LicenseToken token = TokenCheck.verified(text(it, "token"), keys(file));
            assertThat(expected.flag("trusted")).contains(true);
            assertThat(token.license()).isEqualTo(text(expected, "license"));
            assertThat(token.product()).isEqualTo(text(expected, "product"));
            assertThat(token.expiresAt()).isEqualTo(text(expected, "expiresAt"));
        } catch (InvalidToken e) {
            assertThat(expected.flag("trusted")).as(e.getMessage()).contains(false);
        }
    }

    private static void key(Answer it) {
        boolean valid = true;
        try {
            new ClientBuilder("https://licence.example.com").licenseKey(text(it, "key"));
        } catch (IllegalArgumentException e) {
            valid = false;
        }
        assertThat(expected(it).flag("valid")).contains(valid);
    }

    private static void time(Answer it) {
        assertThat(new Answer(Map.of("at", text(it, "time"))).instant("at"))
                .isEqualTo(expected(it).text("utc").map(Instant::parse));
    }

    private static void span(Answer it) {
        Instant from = it.instant("from").orElse(Instant.EPOCH);
        Optional<Instant> later =
                new Answer(Map.of("span", text(it, "span"))).until("span", from).map(from::plus);
        assertThat(later.isPresent()).isEqualTo(expected(it).flag("valid").orElse(true));
        expected(it).instant("later").ifPresent(then -> assertThat(later).contains(then));
    }

    private static void period(Answer it) {
        Features features =
                Features.read(Map.of("meter", it.object("grant").orElseThrow().json()));
        FeatureValue grant = requireNonNull(features.grants().get("meter")).value();
        Period period = Period.at(
                (FeatureValue.Metered) grant, Instant.parse(text(it, "since")), Instant.parse(text(it, "at")));
        assertThat(period.start()).isEqualTo(text(expected(it), "start"));
        assertThat(Optional.ofNullable(period.end()).map(Instant::toString))
                .isEqualTo(expected(it).text("end"));
    }

    private static void version(Answer it) {
        boolean valid = List.of("a", "b").stream().allMatch(side -> isVersion(text(it, side)));
        assertThat(valid).isEqualTo(!text(expected(it), "order").equals("invalid"));
    }

    private static boolean isVersion(String text) {
        try {
            new ClientBuilder("https://licence.example.com").version(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, SignatureVerifier> keys(Answer file) {
        return new ClientBuilder("https://licence.example.com")
                .product("notes")
                .store(FOLDER)
                .fingerprint(LicetTest.DEVICE)
                .keys(Json.write(requireNonNull(file.json().get("jwks"))))
                .settings()
                .keys();
    }

    private static Question question(Answer it) {
        return Question.read(it.object("question").orElseThrow().json());
    }

    private static Answer expected(Answer it) {
        return it.object("expect").orElseThrow();
    }

    private static String text(Answer it, String name) {
        return it.text(name).orElseThrow();
    }

    private static Answer read(Path file) {
        try {
            return new Answer(Json.parseObject(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
