package dev.licet.customers;

import dev.licet.platform.Caller;

/** What people hold in another module, such as seats and devices. That module implements it, since this one knows of none. */
public interface Holdings {

    /**
     * Takes back all that a leaver holds, in the caller's transaction. The customer is held meanwhile: it gets no more licences.
     * Whatever gives something to a user afterwards sees that the user has left.
     *
     * @param by who recorded the departure
     * @param leaver the user, as before
     */
    void takeBack(Caller by, User leaver, String reason);
}
