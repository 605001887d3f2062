package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.GeoFile;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Countries come from a database file that the test writes, addresses from a proxy that the server trusts: this machine. */
class R58_LicencesRunWhereTheyMayTest {
    private static final String GERMAN = "203.0.113.7";
    private static final String FRENCH = "198.51.100.7";
    private static final Map<String, String> COUNTRIES =
            Map.of("203.0.113.0/24", "DE", "198.51.100.0/24", "FR", "2001:db8:42::/48", "DE", "192.0.2.0/24", "ZZ");

    @TempDir
    static Path folder;

    private static TestServer server;
    private Vendor vendor;

    @BeforeAll
    static void start() {
        GeoFile.write(file(), GeoFile.of("Test-Country", Instant.now(), COUNTRIES));
        server = TestServer.start(Map.of(
                "LICET_GEO_DATABASE", file().toString(), "LICET_TRUSTED_PROXIES", "127.0.0.0/8, ::1, 10.9.0.0/16"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void vendor() {
        GeoFile.write(file(), GeoFile.of("Test-Country", Instant.now(), COUNTRIES));
        vendor = new Vendor(server.http());
    }

    private static Path file() {
        return folder.resolve("countries.mmdb");
    }

    private Vendor.Issued licensed(Map<String, ?> regions) {
        return vendor.issue(vendor.plan(Map.of("regions", regions, "devices", 5)));
    }

    private Http from(String address) {
        return vendor.program.with("X-Forwarded-For", address);
    }

    private String code(Vendor.Issued license, String address) {
        return validated(license, address, "d1").text("/code");
    }

    private Answer validated(Vendor.Issued license, String address, @Nullable String device) {
        Map<String, Object> body = new HashMap<>(Map.of("key", license.key()));
        if (device != null) {
            body.put("device", Vendor.device(device));
        }
        return from(address).post("/v1/licenses/validate", body).expect(200);
    }

    private Answer activated(Vendor.Issued license, String address, String device) {
        return from(address).post("/v1/activations", Map.of("key", license.key(), "device", Vendor.device(device)));
    }

    @Test
    void anAllowedCountryIsPermittedAndAnotherRefusedByEveryCall() {
        Vendor.Issued license = licensed(Map.of("allow", List.of("DE")));
        String device = activated(license, GERMAN, "d1").expect(201).text("/device/id");
        activated(license, FRENCH, "d2").problem(409, "REGION_DENIED");
        assertThat(code(license, GERMAN)).isEqualTo("VALID");
        assertThat(code(license, "2001:db8:42::1")).isEqualTo("VALID");
        assertThat(code(license, "::ffff:203.0.113.9")).isEqualTo("VALID");
        Answer refused = validated(license, FRENCH, "d1");
        assertThat(refused.text("/code")).isEqualTo("REGION_DENIED");
        assertThat(refused.text("/detail")).contains("FR");
        String beat = "/v1/activations/" + device + "/heartbeat";
        from(GERMAN).withLicense(license.key()).post(beat, Map.of()).expect(200);
        from(FRENCH).withLicense(license.key()).post(beat, Map.of()).problem(409, "REGION_DENIED");
    }

    @Test
    void aDeniedCountryIsRefusedAndTheRestPermitted() {
        Vendor.Issued license = licensed(Map.of("deny", List.of("FR")));
        activated(license, GERMAN, "d1").expect(201);
        assertThat(code(license, GERMAN)).isEqualTo("VALID");
        assertThat(code(license, FRENCH)).isEqualTo("REGION_DENIED");
    }

    @Test
    void whereTheCountryIsNotKnownThePolicySaysWhatApplies() {
        Vendor.Issued kind = licensed(Map.of("allow", List.of("DE")));
        Vendor.Issued strict = vendor.issue(
                vendor.plan("strict", Map.of("regions", Map.of("allow", List.of("DE"), "unknown", "deny"))));
        for (String nowhere : List.of("10.1.2.3", "8.8.8.8", "fe80::1", "192.0.2.1")) {
            activated(kind, nowhere, "d1");
            assertThat(code(kind, nowhere)).as(nowhere).isEqualTo("VALID");
            assertThat(code(strict, nowhere)).as(nowhere).isEqualTo("REGION_DENIED");
        }
        assertThat(validated(strict, "10.1.2.3", null).text("/detail")).contains("private");
    }

    @Test
    void aNetworkGoesBeforeACountry() {
        Vendor.Issued license = licensed(Map.of(
                "allow",
                List.of("DE"),
                "networks",
                Map.of("allow", List.of("10.0.0.0/8", FRENCH), "deny", List.of("203.0.113.128/25")),
                "unknown",
                "deny"));
        activated(license, GERMAN, "d1").expect(201);
        assertThat(code(license, "10.1.2.3")).isEqualTo("VALID");
        assertThat(code(license, FRENCH)).isEqualTo("VALID");
        assertThat(code(license, "203.0.113.200")).isEqualTo("REGION_DENIED");
        assertThat(code(license, "192.168.1.1")).isEqualTo("REGION_DENIED");
    }

    @Test
    void theCountryStandsInTheLogAndFiltersIt() {
        Vendor.Issued license = licensed(Map.of("deny", List.of("FR")));
        validated(license, GERMAN, null);
        validated(license, FRENCH, null);
        validated(license, "10.0.0.1", null);
        Answer log = vendor.api.get(Vendor.path(license, "/validations")).expect(200);
        assertThat(log.list("/data")).extracting("country").containsExactly(null, "FR", "DE");
        assertThat(log.list("/data")).extracting("address").containsExactly("10.0.0.1", FRENCH, GERMAN);
        Answer french =
                vendor.api.get(Vendor.path(license, "/validations?country=FR")).expect(200);
        assertThat(french.list("/data")).extracting("code").containsExactly("REGION_DENIED");
        vendor.api.get("/v1/validations?country=XX").invalid("country");
    }

    @Test
    void onlyWhatATrustedProxySawIsBelieved() {
        Vendor.Issued license = licensed(Map.of("allow", List.of("DE"), "unknown", "deny"));
        activated(license, GERMAN, "d1").expect(201);
        assertThat(code(license, GERMAN + ", " + FRENCH)).isEqualTo("REGION_DENIED");
        assertThat(code(license, FRENCH + ", " + GERMAN)).isEqualTo("VALID");
        assertThat(code(license, FRENCH + ", " + GERMAN + ", 10.9.1.1")).isEqualTo("VALID");
        assertThat(code(license, GERMAN + ", unknown")).isEqualTo("REGION_DENIED");
        Map<String, Object> body = Map.of("key", license.key());
        assertThat(vendor.program
                        .with("Forwarded", "for=" + GERMAN)
                        .post("/v1/licenses/validate", body)
                        .text("/code"))
                .isEqualTo("REGION_DENIED");
    }

    @Test
    void aReplacedDatabaseCountsFromTheNextQuestionOn() throws IOException {
        Vendor.Issued license = licensed(Map.of("allow", List.of("DE")));
        activated(license, GERMAN, "d1").expect(201);
        assertThat(code(license, FRENCH)).isEqualTo("REGION_DENIED");
        GeoFile.write(file(), GeoFile.of("Test-Country", Instant.now(), Map.of("198.51.100.0/24", "DE")));
        assertThat(code(license, FRENCH)).isEqualTo("VALID");
        Files.write(file(), new byte[] {1, 2, 3});
        assertThat(code(license, FRENCH)).isEqualTo("VALID");
        assertThat(state()).isEqualTo("damaged");
        Files.delete(file());
        assertThat(code(license, FRENCH)).isEqualTo("VALID");
        assertThat(state()).isEqualTo("missing");
        GeoFile.write(file(), GeoFile.of("Test-ASN", Instant.now(), COUNTRIES));
        assertThat(state()).isEqualTo("unfit");
        GeoFile.write(file(), GeoFile.of("Test-City", Instant.now().minus(Duration.ofDays(90)), COUNTRIES));
        assertThat(state()).isEqualTo("old");
        assertThat(code(license, FRENCH)).isEqualTo("REGION_DENIED");
        assertThat(vendor.api.get("/metrics").body()).containsPattern("licet_geo_database_age_seconds \\d");
    }

    private String state() {
        return vendor.api.get("/readyz").expect(200).text("/details/geoDatabase");
    }

    @Test
    void withoutADatabaseNoCountryIsKnownAndNobodySForwardedAddressIsBelieved() {
        Vendor plain = Vendor.onSharedServer();
        Vendor.Issued license =
                plain.issue(plain.plan(Map.of("regions", Map.of("allow", List.of("DE"), "unknown", "deny"))));
        Answer refused = plain.program
                .with("X-Forwarded-For", GERMAN)
                .post("/v1/licenses/validate", Map.of("key", license.key()));
        assertThat(refused.text("/code")).isEqualTo("REGION_DENIED");
        Answer log = plain.api.get(Vendor.path(license, "/validations"));
        assertThat(log.text("/data/0/address")).isIn("127.0.0.1", "::1");
        assertThat(plain.api.get("/readyz").text("/details/geoDatabase")).isEqualTo("off");
    }

    @Test
    void codesOfCountriesAndNetworksAreChecked() {
        bad(Map.of("allow", List.of("DE", "XX")), "/policy/regions/allow");
        bad(Map.of("deny", List.of("UK")), "/policy/regions/deny");
        bad(Map.of("networks", Map.of("allow", List.of("10.0.0.0/33"))), "/policy/regions/networks/allow");
        bad(Map.of("unknown", "perhaps"), "/policy/regions/unknown");
        Vendor.Issued license = licensed(Map.of("allow", List.of("XK")));
        vendor.api
                .patch(
                        Vendor.path(license, ""),
                        Map.of("overrides", Map.of("policy", Map.of("regions", Map.of("allow", List.of("QQ"))))))
                .invalid("/overrides/policy/regions/allow");
    }

    private void bad(Map<String, ?> regions, String pointer) {
        vendor.api
                .post(
                        "/v1/plans",
                        Map.of(
                                "product",
                                vendor.product,
                                "code",
                                "bad",
                                "name",
                                "Bad",
                                "policy",
                                Map.of("regions", regions)))
                .invalid(pointer);
    }
}
