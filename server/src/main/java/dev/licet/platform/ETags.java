package dev.licet.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Versions of single resources as entity tags (RFC 9110, 8.8.3 and 13.1). A GET answered with {@link #ok} becomes a 304
 * by itself when the caller has that version already.
 */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([!#-~\\x80-\\xff]*)\"\\s*(?:,|$)");

    private ETags() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** For a resource that shows more than its row: {@code variant} changes when the rest of what is shown does. */
    public static <T> ResponseEntity<T> ok(T body, long version, String variant) {
        return ResponseEntity.ok()
                .eTag("\"" + version + "-" + Integer.toHexString(variant.hashCode()) + "\"")
                .body(body);
    }

    public static <T> ResponseEntity<T> created(String location, T body, long version) {
        return ResponseEntity.created(URI.create(location)).eTag(tag(version)).body(body);
    }

    /**
     * Honours {@code If-Match}.
     *
     * @throws Problem 412 STALE when {@code If-Match} is given and names other versions only
     */
    public static void match(HttpServletRequest request, long version) {
        String given = String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)));
        if (!given.isEmpty() && !given.strip().equals("*") && !names(given, version)) {
            throw Problem.of(412, "STALE", "It was changed since you read it: read it again and repeat the change.");
        }
    }

    private static boolean names(String given, long version) {
        Matcher tag = TAG.matcher(given);
        int end = 0;
        boolean found = false;
        while (end < given.length() && tag.find(end) && tag.start() == end) {
            boolean strong = tag.group(1) == null;
            found |= strong && tag.group(2).replaceFirst("-.*", "").equals(Long.toString(version));
            end = tag.end();
        }
        if (end < given.length()) {
            throw Problem.of(
                    400, "BAD_HEADER", "If-Match must be *, or entity tags in double quotes as ETag gave them.");
        }
        return found;
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
