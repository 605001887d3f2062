package dev.licet.licensing;

import dev.licet.platform.Caller;
import java.util.UUID;

/** Who speaks for a device: somebody who has the licence's key, or staff. */
sealed interface Visitor {
    Caller caller(License license);

    /** Where the call came from. */
    String address();

    String requestId();

    /** A program or person with the key of a licence. */
    record Holder(UUID license, Origin origin) implements Visitor {
        @Override
        public Caller caller(License license) {
            return origin.caller(license);
        }

        @Override
        public String address() {
            return origin.address();
        }

        @Override
        public String requestId() {
            return origin.requestId();
        }
    }

    /** Staff, by an API key that may change licences. */
    record Staff(Caller by, String address) implements Visitor {
        @Override
        public Caller caller(License license) {
            return by;
        }

        @Override
        public String requestId() {
            return by.requestId();
        }
    }
}
