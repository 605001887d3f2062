package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.key.LicenseKey;
import dev.licet.testing.DatabaseDump;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Issued, activated, validated, exchanged: no step leaves a licence key behind. */
class R27_NoLicenceKeyStandsInTheDatabaseTest {
    private final Vendor vendor = Vendor.onSharedServer();

    @Test
    void whatever_is_done_with_it() {
        String plan = vendor.plan(Map.of("devices", 3));
        Vendor.Issued license = vendor.issue(plan);
        vendor.activate(license, "dump-laptop").expect(201);
        vendor.validate(license, "dump-laptop");
        Http once = vendor.api.with("Idempotency-Key", license.id());
        String exchanged = once.post("/v1/licenses/" + license.id() + "/key", Map.of())
                .expect(201)
                .text("/key");

        DatabaseDump dump = DatabaseDump.of(TestServer.shared());
        assertThat(dump.text()).contains("dump-laptop");
        for (String key : new String[] {license.key(), exchanged}) {
            dump.lacks("a licence key", key)
                    .lacks(
                            "a licence key without separators",
                            LicenseKey.parse(key).body());
        }
    }
}
