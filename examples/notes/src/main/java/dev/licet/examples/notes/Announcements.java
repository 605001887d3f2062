package dev.licet.examples.notes;

import dev.licet.sdk.ChangeListener;
import dev.licet.sdk.License;

/** Tells of changes that came in the background. What a command brought about, that command tells itself. */
final class Announcements implements ChangeListener {
    private final Terminal terminal;
    private final Thread foreground = Thread.currentThread();

    Announcements(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void changed(License before, License after) {
        if (!foreground.equals(Thread.currentThread())) {
            terminal.interject(Changes.between(before, after));
        }
    }
}
