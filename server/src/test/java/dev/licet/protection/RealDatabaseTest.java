package dev.licet.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.licet.platform.Settings;
import dev.licet.platform.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** MaxMind's own test database, where it lies beside the repository; skipped where it does not. */
class RealDatabaseTest {
    private static final String FILE = "shared/testdata/geo/GeoIP2-City-Test.mmdb";

    @Test
    void theCountriesOfMaxMindsTestDatabaseAreRead() {
        Path file = file();
        assumeTrue(file != null, FILE + " is not beside the repository");
        Settings settings = SettingsReader.read(Map.of("LICET_GEO_DATABASE", String.valueOf(file))::get);
        GeoDatabase database = new GeoDatabase(settings, InstantSource.system());
        Geography geography = new Geography(database);
        assertThat(database.state()).isIn("ok", "old");
        assertThat(geography.of("81.2.69.142").country()).isEqualTo("GB");
        assertThat(geography.of("::ffff:89.160.20.112").country()).isEqualTo("SE");
        assertThat(geography.of("2001:218::1").country()).isEqualTo("JP");
        assertThat(geography.of("127.0.0.1").country()).isNull();
        assertThat(geography.of("not an address").country()).isNull();
    }

    private static @Nullable Path file() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(FILE))) {
            folder = folder.getParent();
        }
        return folder == null ? null : folder.resolve(FILE);
    }
}
