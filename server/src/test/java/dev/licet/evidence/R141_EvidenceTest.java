package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.licet.core.id.Uuid7;
import dev.licet.core.json.Json;
import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Complete records in an archive that proves itself with tools that anybody has. */
class R141_EvidenceTest {
    private final Office office = Office.onMovingServer("certificate", Map.of("term", "P1Y"));

    @TempDir
    private Path folder = Path.of("");

    /** A licence with a past, in an archive that was unpacked. */
    private Answer evidence() throws Exception {
        String eula = Office.unique("eula");
        office.terms(eula, "3", Map.of("text", "Straßenverkehr – 条款"));
        Answer license = office.issueTo("organization", "Engines Ltd");
        office.anybody
                .post("/v1/licenses/validate", Map.of("key", license.text("/key")))
                .expect(200);
        office.anybody
                .post("/v1/activations", Map.of("key", license.text("/key"), "device", Map.of("fingerprint", "laptop")))
                .expect(201);
        office.anybody
                .post(
                        "/v1/terms-acceptances",
                        Map.of("key", license.text("/key"), "terms", eula, "acceptedBy", Office.person("Ada")))
                .expect(201);
        office.api
                .put(Office.path(license, "/suspension"), Map.of("reason", "unpaid"))
                .expect(200);
        TestServer.moving().bean(Checkpoints.class).seal(Logs.EVENTS, Uuid7.next());
        Answer zip = office.api.get(Office.path(license, "/evidence")).expect(200);
        assertThat(zip.header("Content-Type")).isEqualTo("application/zip");
        assertThat(new String(zip.response().body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(license.text("/key"));
        unpack(zip.response().body());
        return license;
    }

    private void unpack(byte[] zip) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
        }
    }

    private String read(String file) throws Exception {
        return Files.readString(folder.resolve(file));
    }

    /** The exit value of commands in the folder. */
    private int run(String commands) throws Exception {
        Process process = new ProcessBuilder(List.of("sh", "-c", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    @Test
    void R141_the_archive_has_the_whole_record() throws Exception {
        Answer license = evidence();
        assertThat(read("license.json"))
                .contains(license.text("/id"), "suspended")
                .doesNotContain(license.text("/key"));
        assertThat(read("customer.json")).contains("Engines Ltd");
        assertThat(read("history.jsonl"))
                .contains(
                        "license.issued", "device.activated", "license.terms_accepted", "license.suspended", "unpaid");
        assertThat(read("validations.jsonl")).contains("VALID");
        assertThat(read("validations-summary.json")).contains("\"times\" : 1");
        assertThat(read("devices.json")).contains("laptop");
        assertThat(read("acceptances.json")).contains("ada@example.com");
        assertThat(read("certificates.json")).contains("\"form\" : \"issue\"");
        assertThat(read("checkpoints.json")).contains("sha256");
        String terms = List.of(Objects.requireNonNull(folder.toFile().list())).stream()
                .filter(name -> name.startsWith("terms-"))
                .findFirst()
                .orElseThrow();
        assertThat(read(terms)).isEqualTo("Straßenverkehr – 条款");
        assertThat(read("terms.json")).contains(Digests.sha256(read(terms)));
    }

    @Test
    void R141_sha256sum_and_a_jose_library_verify_it_without_the_server() throws Exception {
        evidence();
        assertThat(run("sha256sum -c SHA256SUMS")).isZero();
        JWSObject manifest = JWSObject.parse(read("manifest.jws"));
        JWKSet keys = JWKSet.load(folder.resolve("keys.json").toFile());
        var key = keys.getKeyByKeyId(manifest.getHeader().getKeyID()).toOctetKeyPair();
        assertThat(manifest.verify(new Ed25519Verifier(key))).isTrue();
        assertThat(manifest.getPayload().toString()).isEqualTo(read("manifest.json"));
        Map<String, @Nullable Object> said = Json.parseObject(read("manifest.json"));
        assertThat(String.valueOf(said.get("timeSource"))).contains("clock");
        List<?> files = said.get("files") instanceof List<?> list ? list : List.of();
        assertThat(files).hasSizeGreaterThan(12);
        for (Object each : files) {
            Map<?, ?> file = (Map<?, ?>) each;
            byte[] bytes = Files.readAllBytes(folder.resolve(String.valueOf(file.get("name"))));
            assertThat(file.get("sha256")).isEqualTo(Digests.sha256(bytes));
        }
    }

    @Test
    void R141_a_changed_file_is_found() throws Exception {
        evidence();
        Files.writeString(folder.resolve("history.jsonl"), read("history.jsonl").replace("unpaid", "bonus!"));
        assertThat(run("sha256sum -c SHA256SUMS")).isNotZero();
    }

    @Test
    void R141_the_commands_of_its_readme_work() throws Exception {
        evidence();
        String[] lines = read("README.txt").split("\n", -1);
        StringBuilder script = new StringBuilder("set -e\n");
        for (String line : lines) {
            if (line.startsWith("     ") && !line.isBlank()) {
                script.append(line.strip()).append('\n');
            }
        }
        assertThat(script.toString()).contains("sha256sum", "openssl");
        assertThat(run(script.toString())).as(script.toString()).isZero();
    }

    @Test
    void R141_that_evidence_was_made_and_for_whom_is_in_the_history() throws Exception {
        Answer license = evidence();
        Answer history = office.api.get(Office.path(license, "/history")).expect(200);
        assertThat(history.text("/data/0/type")).isEqualTo("license.evidence_made");
        assertThat(history.text("/data/0/actor")).startsWith("key_");
        assertThat(read("manifest.json")).contains(history.text("/data/0/actor"));
    }
}
