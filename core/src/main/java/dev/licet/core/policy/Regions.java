package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.place.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a licence may be used.
 *
 * @param allow ISO 3166-1 alpha-2 codes of the only countries it may be used in; empty for everywhere
 * @param deny codes of countries it may not be used in
 * @param networks likewise for networks; they go before countries, since they say more exactly where a program is
 * @param unknown what applies where the country would decide and nobody knows it; default: allow, because a wrong no stops somebody's
 *     work, while a wrong yes is seen in the log
 */
public record Regions(List<String> allow, List<String> deny, Networks networks, Unknown unknown) {
    /** No limits. */
    public static final Regions ANYWHERE = new Regions(List.of(), List.of(), Networks.ANY, Unknown.ALLOW);

    private static final String NETWORK = "Give networks such as 10.0.0.0/8 or 2001:db8::/32.";

    /** What applies where nobody knows the country. */
    public enum Unknown {
        /** It may be used. */
        ALLOW,
        /** It may not. */
        DENY
    }

    /**
     * Networks a licence may be used in.
     *
     * @param allow the only ones, beside the countries allowed; empty for all
     * @param deny those it may not be used in
     */
    public record Networks(List<Network> allow, List<Network> deny) {
        /** No limits. */
        public static final Networks ANY = new Networks(List.of(), List.of());
    }

    static Regions read(@Nullable Fields json) {
        if (json == null) {
            return ANYWHERE;
        }
        Unknown unknown = json.oneOf("unknown", Unknown.class);
        Regions regions = new Regions(
                countries(json, "allow"),
                countries(json, "deny"),
                networks(json.object("networks")),
                unknown == null ? Unknown.ALLOW : unknown);
        json.noOthers();
        return regions;
    }

    /** Whether nothing is said about places. */
    public boolean anywhere() {
        return allow.isEmpty() && deny.isEmpty() && networks.equals(Networks.ANY);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("allow", allow);
        map.put("deny", deny);
        if (!networks.equals(Networks.ANY)) {
            Map<String, @Nullable Object> lists = new LinkedHashMap<>();
            lists.put("allow", networks.allow.stream().map(Network::toString).toList());
            lists.put("deny", networks.deny.stream().map(Network::toString).toList());
            map.put("networks", lists);
        }
        if (unknown != Unknown.ALLOW) {
            map.put("unknown", Fields.camelCase(unknown));
        }
        return map;
    }

    /** Any two capital letters: a policy that was agreed on stays readable when a country is renamed. */
    private static List<String> countries(Fields json, String name) {
        List<String> countries = json.texts(name);
        if (!countries.stream().allMatch(each -> each.matches("[A-Z]{2}"))) {
            json.fail(name, "Give ISO 3166-1 country codes of two capital letters, such as DE.");
        }
        return countries;
    }

    private static Networks networks(@Nullable Fields json) {
        if (json == null) {
            return Networks.ANY;
        }
        Networks networks = new Networks(networks(json, "allow"), networks(json, "deny"));
        json.noOthers();
        return networks;
    }

    private static List<Network> networks(Fields json, String name) {
        List<Network> networks = new ArrayList<>();
        for (String text : json.texts(name)) {
            try {
                networks.add(Network.parse(text));
            } catch (IllegalArgumentException e) {
                json.fail(name, NETWORK);
            }
        }
        return networks;
    }
}
