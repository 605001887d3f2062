package dev.licet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/**
 * Takes the walk of a guide: the blocks marked {@code sh vendor} are pasted into one shell after the other, and what each prints is held
 * against the block {@code text vendor} that follows it. A block without one prints nothing; empty lines don't count.
 */
public final class GuideWalk {
    private static final Path GUIDES = Path.of(System.getProperty("repository", ".."), "docs", "guide");
    private static final Pattern BLOCK = Pattern.compile("```(sh|text) vendor\n(.*?)```", Pattern.DOTALL);
    private static final String END = "== end of block ==";

    private final List<String> commands = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    private GuideWalk(String guide) {
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                commands.add(block.group(2));
                answers.add("");
            } else {
                answers.set(answers.size() - 1, block.group(2));
            }
        }
    }

    /**
     * Takes it against a new server with these settings.
     *
     * @param guide its name, such as {@code enterprise}
     * @param least how many blocks it has at least
     * @param folder an empty one, in which the commands are given
     */
    public static void take(String guide, int least, Path folder, Map<String, String> settings) throws Exception {
        GuideWalk walk = new GuideWalk(Files.readString(GUIDES.resolve(guide + ".md")));
        assertThat(walk.commands).hasSizeGreaterThanOrEqualTo(least);
        try (TestServer server = TestServer.start(settings)) {
            walk.take(server, folder);
        }
    }

    private void take(TestServer server, Path folder) throws IOException, InterruptedException {
        String script = String.join("echo '" + END + "'\n", commands)
                .replace("localhost:8080", server.url().toString())
                .replace("let-me-in", TestServer.API_KEY);
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();

        String[] said = output.split(END + "\n", -1);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < commands.size(); i++) {
            String pattern = ("\\Q" + answers.get(i) + "\\E").replace("…", "\\E[^\n]*\\Q");
            all.assertThat(said[i].replace("\r", "").replaceAll("(?m)^\n", ""))
                    .as(commands.get(i))
                    .matches(Pattern.compile(pattern));
        }
        all.assertAll();
    }
}
