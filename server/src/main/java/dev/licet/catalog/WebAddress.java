package dev.licet.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses of pages that users are sent to. */
final class WebAddress {
    static final String RULE =
            "must be an http or https address of at most 500 characters, such as https://example.com/upgrade";
    private static final int LONGEST = 500;

    private WebAddress() {}

    /** Nobody's browser is to be sent to {@code javascript:} or to a file. */
    static boolean isOneOrNull(@Nullable String text) {
        if (text == null) {
            return true;
        }
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
