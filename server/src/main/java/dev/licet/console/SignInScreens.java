package dev.licet.console;

import dev.licet.access.Cookies;
import dev.licet.access.Sessions;
import dev.licet.access.SetUp;
import dev.licet.access.SignIn;
import dev.licet.access.StaffSession;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Form;
import dev.licet.platform.Problem;
import dev.licet.platform.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In and out, and the first account. */
@RestController
class SignInScreens {
    private final Screens screens;
    private final SignIn signIn;
    private final SetUp setUp;
    private final Sessions sessions;
    private final Cookies cookies;

    SignInScreens(Screens screens, SignIn signIn, SetUp setUp, Sessions sessions, Cookies cookies) {
        this.screens = screens;
        this.signIn = signIn;
        this.setUp = setUp;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping("/console/sign-in")
    @Public
    ResponseEntity<String> form(@RequestParam @Nullable String to, HttpServletRequest request) {
        if (request.getAttribute(StaffSession.ATTRIBUTE) != null) {
            return screens.onTo(Links.own(to));
        }
        if (setUp.isOpen()) {
            return screens.onTo("/console/set-up");
        }
        return page(HttpStatus.OK, request, Links.own(to), "", Faults.NONE);
    }

    @PostMapping("/console/sign-in")
    @Public
    ResponseEntity<String> signIn(Caller by, HttpServletRequest request) {
        Form form = Form.of(request);
        String kept = cookies.read(request, Cookies.Kind.KNOWN).orElse(null);
        var attempt =
                new SignIn.Attempt(form.text("email"), form.exact("password"), browser(request), kept, by.requestId());
        Screen screen = screens.screen(request);
        return switch (signIn.signIn(attempt)) {
            case SignIn.Outcome.Entered entered -> entered(entered, Links.own(form.text("to")));
            case SignIn.Outcome.Refused _ ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        Links.own(form.text("to")),
                        form.text("email"),
                        Faults.of(screen.t("signIn.refused")));
            case SignIn.Outcome.Wait wait ->
                page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        request,
                        Links.own(form.text("to")),
                        form.text("email"),
                        Faults.of(screen.t("signIn.wait", wait.duration().toSeconds())));
        };
    }

    @PostMapping("/console/sign-out")
    @Allow("session")
    ResponseEntity<String> signOut(Caller by, @RequestAttribute(StaffSession.ATTRIBUTE) StaffSession session) {
        sessions.signOut(by, session);
        return screens.onTo("/console/sign-in", "signedOut", cookies.forget(Cookies.Kind.SESSION));
    }

    @GetMapping("/console/set-up")
    @Public
    ResponseEntity<String> setUp(HttpServletRequest request) {
        return setUp.isOpen() ? setUpPage(HttpStatus.OK, request, Faults.NONE) : screens.onTo("/console/sign-in");
    }

    @PostMapping("/console/set-up")
    @Public
    ResponseEntity<String> finish(Caller by, HttpServletRequest request) {
        Form form = Form.of(request);
        try {
            var filled =
                    new SetUp.Form(form.text("code"), form.text("email"), form.text("name"), form.exact("password"));
            return entered(setUp.finish(filled, browser(request), by.requestId()), "/console");
        } catch (Problem problem) {
            if (!setUp.isOpen()) {
                return screens.onTo("/console/sign-in");
            }
            return setUpPage(HttpStatus.valueOf(problem.status()), request, Faults.of(problem));
        }
    }

    private ResponseEntity<String> entered(SignIn.Outcome.Entered entered, String to) {
        return screens.onTo(
                to,
                cookies.set(Cookies.Kind.SESSION, entered.session()),
                cookies.set(Cookies.Kind.KNOWN, entered.kept()),
                cookies.forget(Cookies.Kind.VISIT));
    }

    private ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, String to, String email, Faults faults) {
        return screens.show(status, request, "signIn", Map.of("to", to, "email", email, "faults", faults));
    }

    private ResponseEntity<String> setUpPage(HttpStatus status, HttpServletRequest request, Faults faults) {
        Form form = Form.of(request);
        return screens.show(
                status,
                request,
                "setUp",
                Map.of("email", form.text("email"), "name", form.text("name"), "faults", faults));
    }

    private static Sessions.Browser browser(HttpServletRequest request) {
        return new Sessions.Browser(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
