package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.file.Armor;
import dev.licet.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A licence file that was found somewhere leads to the person, the device and the time that it was given to. */
class R31_FilesLeadBackTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Papers papers = new Papers(vendor);
    private final String customer = vendor.customer("organization");
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of("devices", 2)), Map.of("customer", customer));
    private final String device = vendor.activated(license, "f1");

    private Answer file(boolean encrypt) {
        return papers.file(
                        license, Map.of("device", Vendor.device("f1"), "user", "ada@example.com", "encrypt", encrypt))
                .expect(201);
    }

    private Answer trace(String text) {
        return vendor.api.post("/v1/files/trace", Map.of("file", text));
    }

    private void leadsBack(Answer found, String at, Answer file) {
        assertThat(found.text(at + "/id")).isEqualTo(file.text("/id"));
        assertThat(found.text(at + "/license")).isEqualTo(license.id());
        assertThat(found.text(at + "/customer/id")).isEqualTo(customer);
        assertThat(found.text(at + "/user")).isEqualTo("ada@example.com");
        assertThat(found.text(at + "/device/id")).isEqualTo(device);
        assertThat(found.text(at + "/device/fingerprint")).isEqualTo("f1");
        assertThat(Instant.parse(found.text(at + "/issuedAt")))
                .isBetween(vendor.clock.now().minus(Duration.ofMinutes(1)), vendor.clock.now());
        assertThat(found.text(at + "/givenTo")).isEqualTo("license:" + license.id());
        assertThat(found.text(at + "/address")).isNotBlank();
        assertThat(found.text(at + "/requestId")).isEqualTo(file.header("X-Request-Id"));
    }

    @Test
    void R31_theTextOfALeakedFileLeadsBack() {
        for (boolean encrypt : new boolean[] {false, true}) {
            Answer file = file(encrypt);
            Answer found = trace(file.text("/file")).expect(200);
            assertThat(found.at("/genuine")).isEqualTo(true);
            assertThat(found.text("/file/state")).isEqualTo("active");
            leadsBack(found, "/file", file);
        }
    }

    @Test
    void R31_itsIdLeadsBackToo() {
        Answer file = file(false);
        leadsBack(vendor.api.get("/v1/files/" + file.text("/id")).expect(200), "", file);
    }

    @Test
    void R31_anAlteredFileLeadsBackAndIsSaidToBeAltered() {
        Answer file = file(false);
        String content = Armor.LICENSE_FILE.read(file.text("/file"));
        String other = content.substring(0, content.length() - 2) + (content.endsWith("AA") ? "BA" : "AA");
        Answer found = trace(Armor.LICENSE_FILE.write(other)).expect(200);
        assertThat(found.at("/genuine")).isEqualTo(false);
        assertThat(found.text("/doubt")).isNotBlank();
        leadsBack(found, "/file", file);
    }

    @Test
    void R31_whatIsNoFileOrNotOursLeadsNowhere() {
        trace("nonsense").problem(422, "FILE_MALFORMED");
        trace(Armor.LICENSE_FILE.write("a.b.c")).invalid("/file");
        vendor.api.post("/v1/files/trace", Map.of()).invalid("/file");
        vendor.api.get("/v1/files/file_01h455vb4pex5vsknk084sn02q").problem(404, "NOT_FOUND");
        vendor.api.get("/v1/files/nonsense").problem(404, "NOT_FOUND");
        vendor.program.post("/v1/files/trace", Map.of("file", "x")).problem(401, "UNAUTHORIZED");
    }

    @Test
    void R31_everyFileHasItsOwnIdAndAllAreListed() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(file(i % 2 == 0).text("/id"));
        }
        assertThat(ids).hasSize(5);
        List<?> listed =
                vendor.api.get(Vendor.path(license, "/files")).expect(200).list("/data");
        assertThat(listed)
                .extracting(each -> String.valueOf(((Map<?, ?>) each).get("id")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void R31_aFileThatLeakedIsTakenBack() {
        String id = file(false).text("/id");
        Answer revoked = vendor.api
                .put("/v1/files/" + id + "/revocation", Map.of("reason", "on a forum"))
                .expect(200);
        assertThat(revoked.text("/state")).isEqualTo("revoked");
        assertThat(revoked.text("/revocationReason")).isEqualTo("on a forum");
        assertThat(vendor.history(license)).contains("file.revoked");
        assertThat(vendor.api
                        .put("/v1/files/" + id + "/revocation", Map.of())
                        .expect(200)
                        .text("/revokedAt"))
                .isEqualTo(revoked.text("/revokedAt"));
    }

    @Test
    void R31_whatBecameOfItIsShown() {
        String id = file(false).text("/id");
        vendor.deactivate(license, device).expect(204);
        assertThat(vendor.api.get("/v1/files/" + id).expect(200).text("/state")).isEqualTo("deviceReleased");
    }
}
