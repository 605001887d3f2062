package dev.licet;

import dev.licet.testing.GeoFile;
import dev.licet.testing.GuideWalk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the guides can be pasted, and is answered as they say. */
class GuidesTest {
    @TempDir
    Path folder;

    @Test
    void R12_enterprise() throws Exception {
        GuideWalk.take("enterprise", 9, folder, Map.of());
    }

    @Test
    void R23_bulk() throws Exception {
        GuideWalk.take("bulk", 7, folder, Map.of());
    }

    @Test
    void R104_metering() throws Exception {
        GuideWalk.take("metering", 6, folder, Map.of());
    }

    @Test
    void R30_evidence() throws Exception {
        GuideWalk.take("evidence", 8, folder, Map.of());
    }

    @Test
    void R60_versions() throws Exception {
        GuideWalk.take("versions", 9, folder, Map.of());
    }

    @Test
    void R46_offline() throws Exception {
        GuideWalk.take("offline", 11, folder, Map.of());
    }

    @Test
    void R58_regions() throws Exception {
        Path countries = folder.resolve("countries.mmdb");
        GeoFile.write(countries, GeoFile.of("Test-Country", Instant.now(), Map.of("8.8.8.0/24", "US")));
        GuideWalk.take(
                "regions",
                4,
                folder,
                Map.of("LICET_GEO_DATABASE", countries.toString(), "LICET_TRUSTED_PROXIES", "127.0.0.0/8,::1"));
    }
}
