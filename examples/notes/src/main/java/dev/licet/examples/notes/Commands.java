package dev.licet.examples.notes;

/** What can be typed, at the prompt and after the program's name. */
final class Commands {
    private static final String HELP = """
            notes                     a prompt for these commands
            notes add TEXT            write a note
            notes list                show all notes
            notes find WORDS          show the notes with these words
            notes edit NUMBER TEXT    write a note anew
            notes remove NUMBER       remove a note
            notes export FILE         write all notes to a Markdown file
            notes license             show the licence
            notes activate [KEY]      use a licence on this computer
            notes deactivate          free this computer's place for another
            notes wait                a prompt as soon as a seat is free
            notes borrow DAYS         keep a seat for a journey without a network
            notes return              give a borrowed seat back early
            notes version

            Options before the command, or as variables:
            --home DIR      NOTES_HOME    where the notes are kept (~/.notes)
            --server URL    NOTES_SERVER  the licence server (http://localhost:8080)
            --keys FILE     NOTES_KEYS    the vendor's public keys, a JWK Set
            --name NAME     NOTES_NAME    what this computer is called among your devices""";

    private final NoteCommands notes;
    private final LicenseCommands license;
    private final Terminal terminal;

    Commands(NoteCommands notes, LicenseCommands license, Terminal terminal) {
        this.notes = notes;
        this.license = license;
        this.terminal = terminal;
    }

    /**
     * Obeys one command.
     *
     * @return whether it was done; else the user was told why not
     * @throws Trouble when it can't be done or is not understood
     */
    boolean run(String command, String argument) {
        return switch (command) {
            case "add" -> notes.add(argument);
            case "list" -> notes.list();
            case "find" -> notes.find(argument);
            case "edit" -> notes.edit(argument);
            case "remove" -> notes.remove(argument);
            case "export" -> notes.export(argument);
            case "license", "licence" -> license.show();
            case "activate" -> license.activate(argument);
            case "deactivate" -> license.deactivate();
            case "borrow" -> license.borrow(argument);
            case "return" -> license.giveBack();
            case "version" -> say("Notes " + Notes.VERSION);
            case "help" -> say(HELP);
            default -> throw Trouble.usage("There is no command " + command + ". Try notes help.");
        };
    }

    private boolean say(String text) {
        terminal.say(text);
        return true;
    }
}
