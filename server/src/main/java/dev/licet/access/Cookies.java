package dev.licet.access;

import dev.licet.platform.Settings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of the console. Under TLS their names begin with __Host-, which browsers give to nobody but this very host; without
 * TLS browsers would not keep such a cookie.
 */
@Component
public final class Cookies {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final boolean secure;

    Cookies(Settings settings) {
        secure = settings.tls() != null || "https".equals(settings.publicUrl().getScheme());
    }

    /** What a cookie is for. */
    public enum Kind {
        /** The session of somebody who is signed in. */
        SESSION("session"),
        /** Whoever is not signed in yet and looks at a form. */
        VISIT("visit"),
        /** A browser that has signed in before. */
        KNOWN("known"),
        /** What the next page says, as the name of a message. */
        SAID("said"),
        /** Light, dark, or as the system has it. */
        THEME("theme"),
        /** The language of the screens. */
        LANGUAGE("language");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    public Optional<String> read(HttpServletRequest request, Kind kind) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name(kind))) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** One that the browser forgets when it is closed, or keeps when it is a matter of taste. */
    public ResponseCookie set(Kind kind, String value) {
        var cookie = cookie(kind, value);
        boolean kept = kind == Kind.KNOWN || kind == Kind.THEME || kind == Kind.LANGUAGE;
        return kept ? cookie.maxAge(A_YEAR).build() : cookie.build();
    }

    public ResponseCookie forget(Kind kind) {
        return cookie(kind, "").maxAge(0).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(Kind kind, String value) {
        return ResponseCookie.from(name(kind), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String name(Kind kind) {
        return (secure ? "__Host-" : "") + "licet-" + kind.name;
    }
}
