package dev.licet.console;

import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
import dev.licet.licensing.LicenseDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks the rules what a program would hear, now or at any moment. */
@RestController
class WhyScreens {
    private final Screens screens;
    private final LicensePages pages;
    private final LicenseDesk licenses;

    WhyScreens(Screens screens, LicensePages pages, LicenseDesk licenses) {
        this.screens = screens;
        this.pages = pages;
        this.licenses = licenses;
    }

    @GetMapping("/console/licenses/{license}/why")
    @Allow("licenses:read")
    ResponseEntity<String> why(
            @PathVariable String license,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String feature,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request) {
        Map<String, String> asked =
                Map.of("device", device, "user", user, "version", version, "feature", feature, "at", at);
        Why why = answer(license, asked);
        if ("why".equals(request.getHeader("HX-Target"))) {
            Map<String, Object> model = new HashMap<>();
            model.put("license", licenses.get(license));
            model.put("why", why);
            return screens.show(request, "why", model);
        }
        return pages.show(request, license, Map.of("why", why));
    }

    private Why answer(String license, Map<String, String> asked) {
        try {
            Checks checks = new Checks();
            Question question = question(checks, asked);
            Instant at = Moments.parse(checks, "at", asked.getOrDefault("at", ""));
            checks.done();
            return new Why(asked, licenses.why(license, question, at), Faults.NONE);
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            return new Why(asked, null, Faults.of(problem));
        }
    }

    private static Question question(Checks checks, Map<String, String> asked) {
        String device = asked.getOrDefault("device", "").strip();
        String user = asked.getOrDefault("user", "").strip();
        checks.text("device", device, 0, 255).text("user", user, 0, 254);
        return new Question(
                null,
                device.isEmpty() ? null : new Device(device, Map.of()),
                user.isEmpty() ? null : user,
                version(checks, asked.getOrDefault("version", "").strip()),
                features(checks, asked.getOrDefault("feature", "")));
    }

    private static List<String> features(Checks checks, String text) {
        checks.text("feature", text, 0, 1000);
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static @Nullable Version version(Checks checks, String text) {
        try {
            return text.isEmpty() ? null : Version.parse(text);
        } catch (IllegalArgumentException e) {
            checks.that("version", false, "must be numbers with dots, such as 2.3.1 or 3.0.0-beta.2");
            return null;
        }
    }
}
