package dev.licet.licensing;

import dev.licet.access.LicenseAuthorization;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Recognises who makes a call that programs make. */
@Component
class Visitors {
    private final Keys keys;
    private final FactsStore facts;

    Visitors(Keys keys, FactsStore facts) {
        this.keys = keys;
        this.facts = facts;
    }

    /** Whoever has the key of a licence, or an API key that may change licences. */
    Visitor of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            if (!caller.may("licenses:write")) {
                throw Problem.of(403, "FORBIDDEN", "Your API key lacks the scope licenses:write.");
            }
            return new Visitor.Staff(caller, request.getRemoteAddr());
        }
        return LicenseAuthorization.key(request)
                .flatMap(Keys::typed)
                .flatMap(key -> facts.licenseOf(keys.hash(key)))
                .map(license -> new Visitor.Holder(license, origin(request, response)))
                .orElseThrow(Visitors::unknown);
    }

    static Origin origin(HttpServletRequest request, HttpServletResponse response) {
        String id = Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
        return new Origin(id, request.getRemoteAddr());
    }

    /** The key of the body, or else of the header. */
    static @Nullable String key(@Nullable String inBody, HttpServletRequest request) {
        return inBody == null ? LicenseAuthorization.key(request).orElse(null) : inBody;
    }

    private static Problem unknown() {
        return Problem.of(401, "UNAUTHORIZED", "Send the license key in the header: Authorization: License <key>.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "License realm=\"licet\"");
    }
}
