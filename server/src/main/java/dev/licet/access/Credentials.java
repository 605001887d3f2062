package dev.licet.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What stands in the Authorization header (RFC 9110, 11.6.2). */
final class Credentials {
    private Credentials() {}

    /** What follows this scheme, in any case; empty when the header is missing or has another scheme. */
    static Optional<String> of(HttpServletRequest request, String scheme) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean fits = header != null && header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
        return fits
                ? Optional.of(header.substring(scheme.length()).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
