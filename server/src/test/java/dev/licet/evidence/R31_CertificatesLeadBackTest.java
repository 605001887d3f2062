package dev.licet.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A copy that turns up where it should not be leads back to who asked for it. */
class R31_CertificatesLeadBackTest {
    private final Office office = Office.onMovingServer("software", Map.of());

    private Http clerk(String name) {
        String key = office.api
                .post("/v1/api-keys", Map.of("name", name, "scopes", List.of("licenses:read")))
                .expect(201)
                .text("/key");
        return office.api.withApiKey(key);
    }

    @Test
    void R31_each_copy_has_a_number_that_leads_to_who_asked_for_it_and_when() {
        Answer license = office.issueTo("organization", "Engines Ltd");
        Http ann = clerk("ann");
        Http ben = clerk("ben");
        Answer first = ann.with("X-Request-Id", "asked-by-ann")
                .get(Office.path(license, "/certificate"))
                .expect(200);
        Answer second = ben.get(Office.path(license, "/certificate")).expect(200);
        assertThat(first.text("/number")).isNotEqualTo(second.text("/number"));

        Answer found =
                office.api.get("/v1/certificates/" + first.text("/number")).expect(200);
        assertThat(found.text("/copy/license")).isEqualTo(license.text("/id"));
        assertThat(found.text("/copy/madeFor")).startsWith("key_");
        assertThat(found.text("/copy/requestId")).isEqualTo("asked-by-ann");
        assertThat(found.text("/copy/madeAt")).isEqualTo(first.text("/madeAt"));
        assertThat(found.text("/copy/address")).isNotEmpty();
        Answer other =
                office.api.get("/v1/certificates/" + second.text("/number")).expect(200);
        assertThat(other.text("/copy/madeFor")).isNotEqualTo(found.text("/copy/madeFor"));

        assertThat(office.anybody
                        .get("/v1/certificates/" + first.text("/number"))
                        .expect(200)
                        .at("/copy"))
                .isNull();
        assertThat(office.api.get(Office.path(license, "/certificates")).list("/data"))
                .hasSize(2);
        assertThat(office.api.get(Office.path(license, "/history")).text("/data/0/type"))
                .isEqualTo("certificate.made");
    }
}
