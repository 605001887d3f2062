package dev.licet.console;

import dev.licet.access.Cookies;
import dev.licet.access.Csrf;
import dev.licet.access.Sessions;
import dev.licet.access.StaffSession;
import dev.licet.platform.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws screens and leads from one to the next. */
@Component
final class Screens {
    /** Nothing from elsewhere, nothing inline: what a text brings along never runs. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String VISIT = Screens.class.getName() + ".visit";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Templates templates;
    private final Messages messages;
    private final Assets assets;
    private final Cookies cookies;
    private final Csrf csrf;
    private final InstantSource time;

    Screens(Templates templates, Messages messages, Assets assets, Cookies cookies, Csrf csrf, InstantSource time) {
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
        this.cookies = cookies;
        this.csrf = csrf;
        this.time = time;
    }

    /** What a request tells about whoever looks. */
    Screen screen(HttpServletRequest request) {
        StaffSession session =
                request.getAttribute(StaffSession.ATTRIBUTE) instanceof StaffSession known ? known : null;
        Optional<String> own =
                Optional.ofNullable(session).map(each -> each.member().language());
        Language language = own.or(() -> cookies.read(request, Cookies.Kind.LANGUAGE))
                .flatMap(Language::of)
                .orElseGet(() -> Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        String theme = cookies.read(request, Cookies.Kind.THEME)
                .filter(THEMES::contains)
                .orElse("auto");
        String said = cookies.read(request, Cookies.Kind.SAID)
                .filter(key -> key.startsWith("said.") && messages.knows(key))
                .orElse(null);
        var visitor = new Screen.Visitor(language, theme, request.getRequestURI(), session, said);
        return new Screen(
                messages, assets, () -> csrf.token(holder(request, session != null)), visitor, time.instant());
    }

    /** What the token of a form is bound to: the session, or before it the visit, which begins with its first form. */
    private String holder(HttpServletRequest request, boolean signedIn) {
        if (signedIn) {
            return cookies.read(request, Cookies.Kind.SESSION).orElseThrow();
        }
        Optional<String> visit = cookies.read(request, Cookies.Kind.VISIT);
        if (visit.isPresent()) {
            return visit.get();
        }
        if (!(request.getAttribute(VISIT) instanceof String begun)) {
            String fresh = Sessions.random();
            request.setAttribute(VISIT, fresh);
            return fresh;
        }
        return begun;
    }

    /** A page; {@code s} in the template is the screen. */
    ResponseEntity<String> show(HttpServletRequest request, String template, Map<String, ?> parameters) {
        return show(HttpStatus.OK, request, template, parameters);
    }

    ResponseEntity<String> show(
            HttpStatus status, HttpServletRequest request, String template, Map<String, ?> parameters) {
        Screen screen = screen(request);
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("s", screen);
        String html = templates.render("console/" + template, all);
        var answer = ResponseEntity.status(status).contentType(HTML).header("Content-Security-Policy", POLICY);
        if (request.getAttribute(VISIT) instanceof String begun) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    cookies.set(Cookies.Kind.VISIT, begun).toString());
        }
        if (screen.said() != null) {
            answer.header(
                    HttpHeaders.SET_COOKIE, cookies.forget(Cookies.Kind.SAID).toString());
        }
        return answer.body(html);
    }

    /** On to another page after an act; the page says what was done. */
    ResponseEntity<String> onTo(String path, String said, ResponseCookie... more) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookies.set(Cookies.Kind.SAID, "said." + said).toString());
        for (ResponseCookie cookie : more) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return answer.build();
    }

    /** On to another page, which says nothing of it. */
    ResponseEntity<String> onTo(String path, ResponseCookie... cookies) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path));
        for (ResponseCookie cookie : cookies) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return answer.build();
    }
}
