package dev.licet.console;

import dev.licet.catalog.CatalogDesk;
import dev.licet.core.time.Span;
import dev.licet.customers.CustomerDesk;
import dev.licet.licensing.LicenseCard;
import dev.licet.licensing.LicenseDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Form;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each act on a licence: a page that says what it means, and the act. */
@RestController
class LicenseActScreens {
    private final Screens screens;
    private final LicensePages pages;
    private final LicenseDesk licenses;
    private final CatalogDesk catalog;
    private final CustomerDesk customers;

    LicenseActScreens(
            Screens screens, LicensePages pages, LicenseDesk licenses, CatalogDesk catalog, CustomerDesk customers) {
        this.screens = screens;
        this.pages = pages;
        this.licenses = licenses;
        this.catalog = catalog;
        this.customers = customers;
    }

    @GetMapping("/console/licenses/{license}/acts/{act}")
    @Allow("licenses:write")
    ResponseEntity<String> ask(@PathVariable String license, @PathVariable String act, HttpServletRequest request) {
        return page(HttpStatus.OK, request, licenses.get(license), named(act), Faults.NONE);
    }

    @PostMapping("/console/licenses/{license}/acts/{act}")
    @Allow("licenses:write")
    ResponseEntity<String> act(
            Caller by, @PathVariable String license, @PathVariable String act, HttpServletRequest request) {
        LicenseAct named = named(act);
        try {
            if (named == LicenseAct.REPLACE_KEY) {
                LicenseDesk.Keyed keyed = licenses.replaceKey(by, license);
                return pages.show(request, license, Map.of("key", keyed.key()));
            }
            act(by, license, named, Form.of(request));
            return screens.onTo("/console/licenses/" + license, "license." + named.path());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            HttpStatus status = HttpStatus.valueOf(problem.status());
            return page(status, request, licenses.get(license), named, Faults.of(problem));
        }
    }

    private void act(Caller by, String license, LicenseAct act, Form form) {
        Checks checks = new Checks();
        switch (act) {
            case RENEW -> {
                Span term = Moments.span(checks, "term", form.text("term"));
                checks.done();
                licenses.renew(by, license, term);
            }
            case EXPIRY -> {
                Instant end = Moments.through(checks, "end", form.text("end"));
                checks.that("end", !form.text("end").isEmpty() || form.checked("endless"), "choose a day, or no end")
                        .done();
                licenses.expiry(by, license, form.checked("endless") ? null : end);
            }
            case MOVE -> licenses.move(by, license, form.given("plan").orElse(null));
            case TRANSFER ->
                licenses.transfer(
                        by,
                        license,
                        form.given("customer").map(customers::meant).orElse(null));
            case SUSPEND -> licenses.suspend(by, license, form.given("reason").orElse(null));
            case RESUME -> licenses.resume(by, license);
            case REVOKE -> {
                checks.that("confirm", form.checked("confirm"), "confirm that you know that this is final")
                        .done();
                licenses.revoke(by, license, form.given("reason").orElse(null));
            }
            case REPLACE_KEY -> throw new IllegalStateException("shows the key, and is done elsewhere");
        }
    }

    private ResponseEntity<String> page(
            HttpStatus status, HttpServletRequest request, LicenseCard license, LicenseAct act, Faults faults) {
        Form form = Form.of(request);
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of("term", "end", "plan", "customer", "reason")) {
            typed.put(field, form.text(field));
        }
        boolean move = act == LicenseAct.MOVE;
        return screens.show(
                status,
                request,
                "licenseAct",
                Map.of(
                        "license",
                        license,
                        "act",
                        act,
                        "typed",
                        typed,
                        "faults",
                        faults,
                        "plans",
                        move ? catalog.plans(catalog.product(license.product()).id()) : List.of()));
    }

    private static LicenseAct named(String act) {
        return LicenseAct.of(act).orElseThrow(() -> Problem.notFound("act"));
    }
}
