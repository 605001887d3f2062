package dev.licet.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The path of a request as the log may show it: no query, and no segment that looks like a licence key or API key. */
public final class LoggedPath {
    private static final Pattern SECRET = Pattern.compile("(?<=/)(?![a-z]{1,63}_[0-9a-z]{26}(?:/|$))[^/]{25,}");
    private static final int MAX = 200;

    private LoggedPath() {}

    public static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String masked = SECRET.matcher(path).replaceAll("***");
        return masked.length() <= MAX ? masked : masked.substring(0, MAX) + "…";
    }
}
