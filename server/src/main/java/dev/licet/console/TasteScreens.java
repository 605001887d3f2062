package dev.licet.console;

import dev.licet.access.Cookies;
import dev.licet.access.StaffAccounts;
import dev.licet.access.StaffSession;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The language and the colours that somebody likes. */
@RestController
class TasteScreens {
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final Screens screens;
    private final StaffAccounts staff;
    private final Cookies cookies;

    TasteScreens(Screens screens, StaffAccounts staff, Cookies cookies) {
        this.screens = screens;
        this.staff = staff;
        this.cookies = cookies;
    }

    @PostMapping("/console/taste")
    @Allow("session")
    ResponseEntity<String> choose(
            Caller by, @RequestAttribute(StaffSession.ATTRIBUTE) StaffSession session, HttpServletRequest request) {
        Form form = Form.of(request);
        String language = Language.of(form.text("language"))
                .orElseGet(() -> screens.screen(request).language())
                .tag();
        String theme = THEMES.contains(form.text("theme")) ? form.text("theme") : "auto";
        staff.language(by, session.member(), language);
        return screens.onTo(
                Links.own(form.text("to")),
                cookies.set(Cookies.Kind.THEME, theme),
                cookies.set(Cookies.Kind.LANGUAGE, language));
    }
}
