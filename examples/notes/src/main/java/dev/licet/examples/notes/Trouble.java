package dev.licet.examples.notes;

/** Something that a person can mend, in a sentence for that person. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exit;

    private Trouble(String sentence, int exit) {
        super(sentence);
        this.exit = exit;
    }

    /** The command was understood and could not be done. */
    static Trouble of(String sentence) {
        return new Trouble(sentence, 1);
    }

    /** The command was not understood. */
    static Trouble usage(String sentence) {
        return new Trouble(sentence, 2);
    }

    /** The exit status of the program when this ends it. */
    int exit() {
        return exit;
    }
}
