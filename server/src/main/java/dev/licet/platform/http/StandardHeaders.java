package dev.licet.platform.http;

import dev.licet.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Headers of every answer. A handler that knows better replaces one by setting or adding its own. */
@Component
final class StandardHeaders {
    private static final Set<String> REPLACEABLE = Set.of("cache-control", "content-security-policy");
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String DOCS = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean tls;

    StandardHeaders(Settings settings) {
        this.tls = settings.tls() != null;
    }

    void apply(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", isDocs(request) ? DOCS : NOTHING);
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    static boolean replaceable(String name) {
        return REPLACEABLE.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isDocs(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/docs") || path.startsWith("/swagger-ui/");
    }
}
