package dev.licet.bench;

import java.util.List;

/** Something that ./licet bench measures. */
interface Measure {
    String name();

    /** In one line, for ./licet bench --list. */
    String about();

    /** About how long it takes in full, for the progress bar. */
    int seconds();

    List<Figure> run(Stage stage, Progress progress) throws Exception;
}
