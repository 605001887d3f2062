package dev.licet.console;

import dev.licet.core.id.TypeId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the page of something is, by its id. */
final class Subjects {
    private static final Map<String, String> PAGES = Map.of("lic", "/console/licenses/");

    private Subjects() {}

    /** Null for what has no page. */
    static @Nullable String page(String id) {
        try {
            String page = PAGES.get(TypeId.parse(id).prefix());
            return page == null ? null : page + id;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
