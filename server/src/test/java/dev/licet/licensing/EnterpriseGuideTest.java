package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the walk of docs/guide/enterprise.md: what stands there can be pasted, and is answered as it says. */
class EnterpriseGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "enterprise.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh|text) vendor\n(.*?)```", Pattern.DOTALL);
    private static final String END = "== end of block ==";

    @Test
    void R12_theGuideDoesWhatItSays(@TempDir Path folder) throws Exception {
        List<String> commands = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                commands.add(block.group(2));
                answers.add("");
            } else {
                answers.set(answers.size() - 1, block.group(2));
            }
        }
        assertThat(commands).hasSizeGreaterThan(8);

        String[] said =
                run(folder, String.join("echo '" + END + "'\n", commands)).split(END + "\n", -1);

        for (int i = 0; i < commands.size(); i++) {
            String pattern = ("\\Q" + answers.get(i) + "\\E").replace("…", "\\E[^\n]*\\Q");
            assertThat(said[i]).as(commands.get(i)).matches(Pattern.compile(pattern));
        }
    }

    private static String run(Path folder, String script) throws Exception {
        try (TestServer server = TestServer.start(Map.of())) {
            String here =
                    script.replace("localhost:8080", server.url().toString()).replace("let-me-in", TestServer.API_KEY);
            Process bash = new ProcessBuilder("bash", "-c", here)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor()).as(output).isZero();
            return output;
        }
    }
}
