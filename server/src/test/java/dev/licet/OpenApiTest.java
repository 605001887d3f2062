package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.platform.Checks;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The committed description of the API says what the server says. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of(System.getProperty("repository", ".."), "spec", "openapi.yaml");
    private static final String HEAD = """
            # Generated from the code. After a change of the API: ./licet test -Dopenapi.update=true
            """;

    private final Http http = TestServer.shared().http().anonymous();

    @Test
    void theCommittedDescriptionIsUpToDate() throws IOException {
        String now = HEAD + yaml(sorted(http.get("/v1/openapi.json").expect(200).json()));
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(Files.readString(COMMITTED))
                .as("The API changed. Look at the difference, then run: ./licet test -Dopenapi.update=true")
                .isEqualTo(now);
    }

    @Test
    void everyOperationSaysWhatItIsAndHowItFails() {
        var description = http.get("/v1/openapi.json").expect(200);
        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.text("/info/title")).isEqualTo("Licet");
        for (String path : description.object("/paths").keySet()) {
            String at = "/paths/" + Checks.escape(path);
            for (String method : description.object(at).keySet()) {
                assertThat(description.text(at + "/" + method + "/summary")).isNotBlank();
                assertThat(description.text(at + "/" + method + "/operationId"))
                        .as("methods of one class share a name")
                        .doesNotContain("_");
                description.object(at + "/" + method + "/responses/default");
            }
        }
    }

    @Test
    void theReferenceWorksWithoutTheInternet() {
        assertThat(http.get("/docs").expect(302).header("Location")).isEqualTo("/swagger-ui/index.html");
        var page = http.get("/swagger-ui/index.html").expect(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onload=");
        for (String file :
                List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-initializer.js", "favicon-32x32.png")) {
            http.get("/swagger-ui/" + file).expect(200);
        }
        assertThat(http.get("/v1/openapi.json/swagger-config").expect(200).text("/url"))
                .isEqualTo("/v1/openapi.json");
    }

    private static String yaml(@Nullable Object document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        return new Yaml(options).dump(document);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                object.forEach((name, member) -> sorted.put(String.valueOf(name), sorted(member)));
                yield sorted;
            }
            case List<?> list ->
                new ArrayList<>(list.stream().map(OpenApiTest::sorted).toList());
            case java.math.BigDecimal number ->
                number.stripTrailingZeros().scale() <= 0 ? (Object) number.toBigInteger() : number;
            case null, default -> value;
        };
    }
}
