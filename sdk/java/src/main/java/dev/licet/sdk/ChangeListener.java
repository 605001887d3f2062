package dev.licet.sdk;

/** Hears when what the licence permits has changed. */
@FunctionalInterface
public interface ChangeListener {

    /**
     * Called on the thread that noticed, the heartbeat's as a rule: return soon. What it throws is logged.
     *
     * @param before what {@link LicetClient#license()} said until now
     * @param after what it says from now on
     */
    void changed(License before, License after);
}
