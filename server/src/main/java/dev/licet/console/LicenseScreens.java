package dev.licet.console;

import dev.licet.catalog.CatalogDesk;
import dev.licet.customers.CustomerDesk;
import dev.licet.licensing.LicenseCard;
import dev.licet.licensing.LicenseDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Licences found, and one of them with everything about it. */
@RestController
class LicenseScreens {
    private final Screens screens;
    private final LicenseDesk licenses;
    private final LicensePages pages;
    private final CatalogDesk catalog;
    private final CustomerDesk customers;
    private final InstantSource time;

    LicenseScreens(
            Screens screens,
            LicenseDesk licenses,
            LicensePages pages,
            CatalogDesk catalog,
            CustomerDesk customers,
            InstantSource time) {
        this.screens = screens;
        this.licenses = licenses;
        this.pages = pages;
        this.catalog = catalog;
        this.customers = customers;
        this.time = time;
    }

    /** What the list was asked for, as it stands in the address. */
    record Filters(String q, String product, String plan, String state, String kind, String customer, String ends) {
        boolean any() {
            return !(q + product + plan + state + kind + customer + ends).isEmpty();
        }

        LicenseDesk.Filter filter(Instant now) {
            return new LicenseDesk.Filter(
                    orNull(customer),
                    orNull(plan),
                    orNull(product),
                    orNull(state),
                    orNull(kind),
                    ends.isEmpty() ? null : now.plus(Duration.ofDays(days())),
                    ends.isEmpty() ? null : now,
                    orNull(q));
        }

        private int days() {
            return ends.matches("[0-9]{1,3}") ? Integer.parseInt(ends) : 30;
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        /** The address of the page that follows. */
        String after(String cursor) {
            return "/console/licenses?"
                    + Links.query(Map.of(
                            "q",
                            q,
                            "product",
                            product,
                            "plan",
                            plan,
                            "state",
                            state,
                            "kind",
                            kind,
                            "customer",
                            customer,
                            "ends",
                            ends,
                            "after",
                            cursor));
        }
    }

    @GetMapping("/console/licenses")
    @Allow("licenses:read")
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String ends,
            Paging paging,
            HttpServletRequest request) {
        Filters filters = new Filters(q.strip(), product, plan, state, kind, customer, ends);
        Page<LicenseCard> page;
        Faults faults = Faults.NONE;
        try {
            page = licenses.list(
                    filters.filter(time.instant()), new Paging(Math.min(paging.limit(), 50), paging.after()));
        } catch (Problem problem) {
            page = new Page<>(List.of(), null);
            faults = Faults.of(problem);
        }
        Screen screen = screens.screen(request);
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("filters", filters);
        model.put("faults", faults);
        model.put("first", paging.after() == null);
        model.put("names", names(screen, page.data()));
        model.put("products", screen.may("catalog:read") ? catalog.products() : List.of());
        boolean part = "license-list".equals(request.getHeader("HX-Target"));
        return screens.show(request, part ? "licenseList" : "licenses", model);
    }

    @GetMapping("/console/licenses/{license}")
    @Allow("licenses:read")
    ResponseEntity<String> license(@PathVariable String license, HttpServletRequest request) {
        return pages.show(request, license, Map.of());
    }

    /** Shows the key in full, once, on the same page. */
    @PostMapping("/console/licenses/{license}/key")
    @Allow("licenses:reveal-key")
    ResponseEntity<String> reveal(Caller by, @PathVariable String license, HttpServletRequest request) {
        return pages.show(request, license, Map.of("key", licenses.reveal(by, license)));
    }

    private Map<String, String> names(Screen screen, List<LicenseCard> shown) {
        return screen.may("customers:read")
                ? customers.names(shown.stream()
                        .map(LicenseCard::customer)
                        .filter(Objects::nonNull)
                        .toList())
                : Map.of();
    }
}
