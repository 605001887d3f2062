package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of ./licet that need no build. */
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("repository"));
    private static final String FIND = """
            root='%s' state=$root/.licet
            say() { printf '%%s\\n' "$*" >&2; }
            fail() { say "licet: $*"; exit 1; }
            . "$root/launcher/lib/jdk.sh"
            find_jdk
            echo "found $JAVA_HOME"
            """.formatted(ROOT);

    @TempDir
    Path temporary;

    private Path jvms;

    @BeforeEach
    void folder() throws Exception {
        jvms = Files.createDirectory(temporary.resolve("jvm"));
    }

    record Answer(int exit, String text) {}

    @Test
    void saysWhatItCanDo() throws Exception {
        var help = licet("help");

        assertThat(help.exit()).isZero();
        assertThat(help.text()).contains("up ", "test ", "build ", "bench ", "help ");
        assertThat(licet("dance").text()).contains("up ", "there is no command \"dance\"");
        assertThat(licet("dance").exit()).isEqualTo(1);
        assertThat(licet("lib/jdk").exit()).isEqualTo(1);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        assertThat(licet("up", "--port=1"))
                .isEqualTo(new Answer(
                        1,
                        "licet: up takes no arguments: settings are LICET_"
                                + " variables, as in LICET_PORT=9000 ./licet up\n"));
        assertThat(licet("test", "-X").exit()).isEqualTo(1);
    }

    @Test
    void worksThroughALinkFromElsewhere() throws Exception {
        var link = Files.createSymbolicLink(temporary.resolve("licet"), ROOT.resolve("licet"));

        assertThat(run(Map.of(), link.toString(), "help").exit()).isZero();
    }

    @Test
    void takesTheNewestJdkWhenTheDefaultIsOld() throws Exception {
        jdk("a-17", "17.0.1");
        var newest = jdk("b-26", "26");
        jdk("c-25", "25.0.3");

        assertThat(find(Map.of("JAVA_HOME", jvms.resolve("a-17").toString())).text())
                .isEqualTo("found " + newest + "\n");
    }

    @Test
    void prefersTheJdkThatTheUserNames() throws Exception {
        jdk("b-26", "26");
        var own = jdk("c-25", "25.0.3");

        assertThat(find(Map.of("JAVA_HOME", own.toString())).text()).isEqualTo("found " + own + "\n");
        assertThat(find(Map.of("LICET_JAVA_HOME", own.toString())).text()).isEqualTo("found " + own + "\n");
    }

    @Test
    void saysWhatItFoundAndWhatToInstall() throws Exception {
        jdk("a-17", "17.0.1");
        jdk("old", "1.8.0_400");

        var none = find(Map.of());

        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.text())
                .contains(
                        "needs a JDK 25 or newer", "Java 17 in " + jvms.resolve("a-17"), "Java 8 in", "Install one: ");
    }

    @Test
    void refusesANamedJdkThatIsTooOld() throws Exception {
        var old = jdk("a-17", "17.0.1");

        assertThat(find(Map.of("LICET_JAVA_HOME", old.toString())))
                .isEqualTo(new Answer(
                        1,
                        "licet: LICET_JAVA_HOME is " + old + ", which is Java 17; Licet needs a JDK 25 or newer.\n"));
        assertThat(find(Map.of("LICET_JAVA_HOME", temporary.toString())).text()).contains("which is no JDK");
    }

    private Path jdk(String name, String version) throws Exception {
        var home = Files.createDirectories(jvms.resolve(name));
        Files.createDirectory(home.resolve("bin"));
        for (var program : List.of("java", "javac")) {
            var file = Files.createFile(home.resolve("bin").resolve(program));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer find(Map<String, String> environment) throws Exception {
        return run(environment, "sh", "-euc", FIND);
    }

    private Answer licet(String... arguments) throws Exception {
        var words = new ArrayList<>(List.of(ROOT.resolve("licet").toString()));
        words.addAll(List.of(arguments));
        return run(Map.of(), words.toArray(String[]::new));
    }

    private Answer run(Map<String, String> environment, String... words) throws Exception {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("LICET_JVM_FOLDER", jvms.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
