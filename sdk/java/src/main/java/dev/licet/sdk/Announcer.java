package dev.licet.sdk;

import java.lang.System.Logger.Level;
import java.util.List;

/** Tells the listeners when the licence permits something else than they were last told. */
final class Announcer {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    private final List<ChangeListener> listeners;
    private License told;

    Announcer(List<ChangeListener> listeners, License first) {
        this.listeners = listeners;
        this.told = first;
    }

    void look(License now) {
        License before = exchanged(now);
        if (!before.tellsTheSameAs(now)) {
            listeners.forEach(listener -> tell(listener, before, now));
        }
    }

    private synchronized License exchanged(License now) {
        License before = told;
        told = now;
        return before;
    }

    private static void tell(ChangeListener listener, License before, License now) {
        try {
            listener.changed(before, now);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A listener failed", e);
        }
    }
}
