package dev.licet.platform.http;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The name of a request, taken from the caller when it is sane, so that their log and ours can be laid side by side. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String given = request.getHeader(HEADER);
        String id = given != null && SANE.matcher(given).matches() ? given : fresh();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String fresh() {
        return new TypeId("req", Uuid7.next()).toString();
    }
}
