package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a licence may be used.
 *
 * @param allow ISO 3166-1 alpha-2 codes of the only countries it may be used in; empty for everywhere
 * @param deny codes of countries it may not be used in
 */
public record Regions(List<String> allow, List<String> deny) {
    /** No limits. */
    public static final Regions ANYWHERE = new Regions(List.of(), List.of());

    static Regions read(@Nullable Fields json) {
        if (json == null) {
            return ANYWHERE;
        }
        Regions regions = new Regions(countries(json, "allow"), countries(json, "deny"));
        json.noOthers();
        return regions;
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("allow", allow);
        map.put("deny", deny);
        return map;
    }

    private static List<String> countries(Fields json, String name) {
        List<String> countries = json.texts(name);
        if (!countries.stream().allMatch(each -> each.matches("[A-Z]{2}"))) {
            json.fail(name, "Give ISO 3166-1 country codes of two capital letters, such as DE.");
        }
        return countries;
    }
}
