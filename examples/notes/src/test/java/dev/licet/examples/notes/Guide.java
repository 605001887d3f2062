package dev.licet.examples.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The code blocks of a guide, each of which says in whose terminal it belongs: {@code sh user}, {@code text user}. */
record Guide(List<Block> blocks) {

    /**
     * What stands in a terminal.
     *
     * @param line where it begins in the guide
     * @param typed whether it is typed at the shell; else it is what the terminal shows then
     * @param terminal server, vendor, user or colleague
     */
    record Block(int line, boolean typed, String terminal, List<String> lines) {}

    static Guide read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("```")) {
                int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf("```");
                blocks.add(block(at + 1, lines.get(at).substring(3), lines.subList(at + 1, end)));
                at = end;
            }
        }
        return new Guide(List.copyOf(blocks));
    }

    private static Block block(int line, String info, List<String> lines) {
        if (!info.matches("(sh|text) (server|vendor|user|colleague)")) {
            throw new IllegalArgumentException("Line " + line + " says in no known way whose terminal it is: " + info);
        }
        String[] words = info.split(" ", 2);
        return new Block(line, words[0].equals("sh"), words[1], List.copyOf(lines));
    }
}
