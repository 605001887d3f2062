package dev.licet.protection;

import dev.licet.core.decision.Question;
import dev.licet.core.place.Address;
import dev.licet.core.place.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where in the world a network address is. */
@Service
public class Geography {
    private final GeoDatabase database;

    Geography(GeoDatabase database) {
        this.database = database;
    }

    /** The place of an address; without its country when that is not known, and then with the reason. */
    public Question.Place of(String address) {
        try {
            Address parsed = Address.parse(address);
            return Network.isPrivate(parsed)
                    ? new Question.Place(null, parsed.toString(), "It is a private address.")
                    : of(parsed);
        } catch (IllegalArgumentException e) {
            return new Question.Place(null, null);
        }
    }

    private Question.Place of(Address address) {
        @Nullable String country = database.country(inet(address));
        return country == null
                ? new Question.Place(null, address.toString(), database.doubt())
                : new Question.Place(country, address.toString());
    }

    private static InetAddress inet(Address address) {
        try {
            return InetAddress.getByAddress(address.bytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has 4 or 16 bytes", e);
        }
    }
}
