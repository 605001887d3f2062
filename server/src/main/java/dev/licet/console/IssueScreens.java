package dev.licet.console;

import dev.licet.catalog.CatalogDesk;
import dev.licet.customers.CustomerDesk;
import dev.licet.licensing.LicenseDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Form;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A licence issued by hand. */
@RestController
class IssueScreens {
    private static final List<String> LIMITS = List.of("devices", "users", "concurrent");

    private final Screens screens;
    private final LicensePages pages;
    private final LicenseDesk licenses;
    private final CatalogDesk catalog;
    private final CustomerDesk customers;

    IssueScreens(
            Screens screens, LicensePages pages, LicenseDesk licenses, CatalogDesk catalog, CustomerDesk customers) {
        this.screens = screens;
        this.pages = pages;
        this.licenses = licenses;
        this.catalog = catalog;
        this.customers = customers;
    }

    @GetMapping("/console/issue")
    @Allow("licenses:write")
    ResponseEntity<String> form(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String plan,
            HttpServletRequest request) {
        return page(HttpStatus.OK, request, Map.of("customer", customer, "plan", plan), Faults.NONE);
    }

    @PostMapping("/console/issue")
    @Allow("licenses:write")
    ResponseEntity<String> issue(Caller by, HttpServletRequest request) {
        Form form = Form.of(request);
        try {
            LicenseDesk.Keyed issued = licenses.issue(by, order(form));
            return pages.show(request, issued.license().id(), Map.of("key", issued.key(), "fresh", true));
        } catch (Problem problem) {
            HttpStatus status = HttpStatus.valueOf(problem.status());
            return page(status, request, typed(form), Faults.of(problem));
        }
    }

    private LicenseDesk.Order order(Form form) {
        Checks checks = new Checks().that("plan", form.given("plan").isPresent(), "choose a plan");
        Instant starts = Moments.from(checks, "startsAt", form.text("startsAt"));
        Instant ends = Moments.through(checks, "expiresAt", form.text("expiresAt"));
        Map<String, @Nullable Object> policy = new LinkedHashMap<>();
        for (String limit : LIMITS) {
            form.given(limit).ifPresent(text -> policy.put(limit, whole(checks, limit, text)));
        }
        checks.done();
        Map<String, @Nullable Object> notes = new LinkedHashMap<>();
        form.given("note").ifPresent(note -> notes.put("note", note));
        return new LicenseDesk.Order(
                form.text("plan"),
                form.given("customer").map(customers::meant).orElse(null),
                Arrays.stream(form.text("assign").split("[,;\\s]+", -1))
                        .filter(user -> !user.isEmpty())
                        .toList(),
                policy,
                Map.of(),
                starts,
                ends,
                notes);
    }

    private static @Nullable Integer whole(Checks checks, String field, String text) {
        boolean ok = text.matches("[0-9]{1,9}");
        checks.that(field, ok, "must be a whole number");
        return ok ? Integer.valueOf(text) : null;
    }

    private static Map<String, String> typed(Form form) {
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of(
                "plan", "customer", "assign", "users", "startsAt", "expiresAt", "devices", "concurrent", "note")) {
            typed.put(field, form.text(field));
        }
        return typed;
    }

    private ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, Map<String, String> typed, Faults faults) {
        return screens.show(
                status, request, "issue", Map.of("typed", typed, "faults", faults, "plans", catalog.plans(null)));
    }
}
