package dev.licet.core.place;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation (RFC 4632, RFC 4291, 2.3): {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single address.
 *
 * @param address its first address; bits beyond the prefix are not looked at
 * @param prefix how many leading bits its addresses share
 */
public record Network(Address address, int prefix) {
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Networks whose addresses belong to no place in the world (RFC 1918, 6598, 3927, 4193, 4291; RFC 6890 for the rest). */
    private static final List<Network> PRIVATE = List.of(
            parse("0.0.0.0/8"),
            parse("10.0.0.0/8"),
            parse("100.64.0.0/10"),
            parse("127.0.0.0/8"),
            parse("169.254.0.0/16"),
            parse("172.16.0.0/12"),
            parse("192.168.0.0/16"),
            parse("::/127"),
            parse("fc00::/7"),
            parse("fe80::/10"));

    public Network {
        if (prefix < 0 || prefix > address.bits()) {
            throw new IllegalArgumentException("The prefix of a network is 0 to " + address.bits() + " bits long.");
        }
    }

    /**
     * Reads a network.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Address address = Address.parse(text);
            return new Network(address, address.bits());
        }
        String first = text.substring(0, slash);
        String prefix = text.substring(slash + 1);
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("A network is written 10.0.0.0/8 or 2001:db8::/32.");
        }
        Address address = Address.parse(first);
        boolean mapped = first.indexOf(':') >= 0 && address.bits() == 32;
        return new Network(address, Integer.parseInt(prefix) - (mapped ? 96 : 0));
    }

    /** Whether an address lies in the network; one of the other protocol never does. */
    public boolean contains(Address other) {
        boolean same = other.bits() == address.bits();
        for (int i = 0; i < prefix && same; i++) {
            same = other.bit(i) == address.bit(i);
        }
        return same;
    }

    /** Whether an address is private, local or the machine's own, so that it says nothing of a country. */
    public static boolean isPrivate(Address address) {
        return PRIVATE.stream().anyMatch(network -> network.contains(address));
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
