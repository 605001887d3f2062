package dev.licet.examples.notes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment say. A vendor would build the server's address and its public keys into the
 * program; this one takes them as settings, so that it can be tried against any server.
 *
 * @param home the folder of the notes and of the licence
 * @param server the address of the licence server
 * @param keys the file with the vendor's public keys; without it no licence can be used
 * @param name what this computer is called in lists of devices
 * @param command the first word that is no option; empty for the prompt
 * @param argument the rest
 */
record Options(Path home, String server, Optional<Path> keys, Optional<String> name, String command, String argument) {

    /**
     * Reads options up to the first word that is none.
     *
     * @throws Trouble when an option is unknown or lacks its value
     */
    static Options read(String[] args, Map<String, String> environment) {
        Options options = of(environment);
        int at = 0;
        while (at < args.length && args[at].startsWith("-")) {
            String option = args[at++];
            switch (option) {
                case "-h", "--help" -> {
                    return options.command("help", "");
                }
                case "-V", "--version" -> {
                    return options.command("version", "");
                }
                default -> options = options.with(option, value(option, args, at++));
            }
        }
        List<String> words = List.of(args).subList(at, args.length);
        return words.isEmpty()
                ? options
                : options.command(words.get(0), String.join(" ", words.subList(1, words.size())));
    }

    private static Options of(Map<String, String> environment) {
        String home = given(environment.get("NOTES_HOME"))
                .orElseGet(
                        () -> Path.of(System.getProperty("user.home"), ".notes").toString());
        return new Options(
                Path.of(home),
                given(environment.get("NOTES_SERVER")).orElse("http://localhost:8080"),
                given(environment.get("NOTES_KEYS")).map(Path::of),
                given(environment.get("NOTES_NAME")),
                "",
                "");
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static String value(String option, String[] args, int at) {
        if (at >= args.length) {
            throw Trouble.usage(option + " needs a value. Try notes help.");
        }
        return args[at];
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--home" -> new Options(Path.of(value), server, keys, name, command, argument);
            case "--server" -> new Options(home, value, keys, name, command, argument);
            case "--keys" -> new Options(home, server, Optional.of(Path.of(value)), name, command, argument);
            case "--name" -> new Options(home, server, keys, Optional.of(value), command, argument);
            default -> throw Trouble.usage("There is no option " + option + ". Try notes help.");
        };
    }

    private Options command(String word, String rest) {
        return new Options(home, server, keys, name, word, rest);
    }
}
