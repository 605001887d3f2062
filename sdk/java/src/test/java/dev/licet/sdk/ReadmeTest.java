package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, one block after the other. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String PROGRAM = """
            import dev.licet.sdk.*;
            import dev.licet.sdk.device.Fingerprint;
            import java.io.IOException;
            import java.math.BigDecimal;
            import java.nio.file.*;
            import java.time.*;

            class Program {
                static class MutableClock implements InstantSource {
                    Instant now = Instant.EPOCH;
                    public Instant instant() { return now; }
                    void move(Duration span) { now = now.plus(span); }
                }

                void run(byte[] testKey, Path temporaryFolder) throws IOException {
            BLOCKS
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void compiles() throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("repository"), "sdk/java/README.md"));
        String blocks =
                BLOCK.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(blocks)
                .contains(
                        "licet.activate",
                        "licet.validate",
                        "licet.lease",
                        "licet.usage",
                        "offline.install",
                        "startHeartbeat",
                        "MutableClock");
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled = compiler.getTask(complaints, null, null, options, null, List.of(source(blocks)))
                .call();
        assertThat(compiled).as(complaints.toString()).isTrue();
    }

    /** The same in every SDK. */
    @Test
    void theChaptersHaveTheirOrder() throws Exception {
        assertThat(Files.readString(Path.of(System.getProperty("repository"), "sdk/java/README.md"))
                        .lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3)))
                .containsSubsequence(
                        "Install",
                        "Client",
                        "Activate",
                        "Validate",
                        "Features",
                        "Floating seats",
                        "Usage",
                        "Heartbeat",
                        "Offline",
                        "Machines without a network",
                        "Errors",
                        "Testing your program",
                        "Fingerprint");
    }

    private static SimpleJavaFileObject source(String blocks) {
        return new SimpleJavaFileObject(URI.create("string:///Program.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return PROGRAM.replace("BLOCKS", blocks);
            }
        };
    }
}
