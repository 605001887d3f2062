package dev.licet.platform.http;

import dev.licet.core.place.Address;
import dev.licet.platform.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of whoever made a request, which came through proxies perhaps. What a proxy says is believed when the proxy is trusted,
 * so that the answer is the last address that a trusted proxy saw; what stands left of it anybody may have written.
 */
record ForwardedAddress(Settings.Proxies proxies) {
    private static final Pattern FOR =
            Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORT = Pattern.compile("\\[([^\\]]*)](?::[^:]*)?|([^:]*):[^:]*");

    /**
     * Says where a request came from.
     *
     * @param peer the other end of the connection
     * @param headers the values of the one header that is believed, in their order
     */
    String of(String peer, List<String> headers) {
        Address address = address(peer);
        if (address == null) {
            return peer;
        }
        List<String> hops = hops(headers);
        Collections.reverse(hops);
        for (String hop : hops) {
            Address before = trusted(address) ? address(hop) : null;
            if (before == null) {
                return address.toString();
            }
            address = before;
        }
        return address.toString();
    }

    private boolean trusted(Address address) {
        return proxies.trusted().stream().anyMatch(each -> each.contains(address));
    }

    private List<String> hops(List<String> headers) {
        List<String> hops = new ArrayList<>();
        for (String each : String.join(",", headers).split(",", -1)) {
            hops.add(proxies.header().equalsIgnoreCase("Forwarded") ? forwardedFor(each) : each.strip());
        }
        return hops;
    }

    /** The {@code for} of one element (RFC 7239, 4); empty when it has none. */
    private static String forwardedFor(String element) {
        Matcher matcher = FOR.matcher(element);
        return matcher.find() ? matcher.group(1).replace("\"", "").strip() : "";
    }

    /** An address, with or without brackets and port; null for anything else, such as {@code unknown}. */
    private static @Nullable Address address(String text) {
        Matcher matcher = PORT.matcher(text);
        boolean ported = matcher.matches();
        String bare = !ported ? text : matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        try {
            return Address.parse(bare);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
