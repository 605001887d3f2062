package dev.licet.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of screens. */
final class Links {
    static final String HOME = "/console";

    /** Our own pages, and never another host. */
    private static final Pattern OWN = Pattern.compile("/console(/[A-Za-z0-9_/.-]*)?(\\?[A-Za-z0-9_=&%+.,:-]*)?");

    private Links() {}

    /** Where somebody may be led who brought an address along: there when it is ours, to the first page otherwise. */
    static String own(@Nullable String to) {
        return to != null && OWN.matcher(to).matches() ? to : HOME;
    }

    /** The query of an address, without what is empty. */
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
