package dev.licet.licensing;

import dev.licet.platform.Caller;
import java.util.Set;

/**
 * Where a program's call came from.
 *
 * @param address of the other end of the connection, or of what a trusted proxy saw there
 */
record Origin(String requestId, String address) {

    /** The program as an author of changes: all it has shown is the key of this licence. */
    Caller caller(License license) {
        return new Caller("license:" + license.typeId(), requestId, Set.of());
    }
}
