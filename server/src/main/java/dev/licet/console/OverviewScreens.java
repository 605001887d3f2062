package dev.licet.console;

import dev.licet.access.StaffAccounts;
import dev.licet.customers.CustomerDesk;
import dev.licet.licensing.LicenseCard;
import dev.licet.licensing.LicenseDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.EventLog;
import dev.licet.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: what changed, what ends soon, what is over its limit. */
@RestController
class OverviewScreens {
    private static final int SHOWN = 8;
    private static final Duration SOON = Duration.ofDays(30);

    private final Screens screens;
    private final LicenseDesk licenses;
    private final CustomerDesk customers;
    private final EventLog events;
    private final StaffAccounts staff;
    private final InstantSource time;

    OverviewScreens(
            Screens screens,
            LicenseDesk licenses,
            CustomerDesk customers,
            EventLog events,
            StaffAccounts staff,
            InstantSource time) {
        this.screens = screens;
        this.licenses = licenses;
        this.customers = customers;
        this.events = events;
        this.staff = staff;
        this.time = time;
    }

    @GetMapping("/console")
    @Allow("session")
    ResponseEntity<String> overview(HttpServletRequest request) {
        Screen screen = screens.screen(request);
        List<LicenseCard> expiring =
                screen.may("licenses:read") ? licenses.expiring(time.instant().plus(SOON), SHOWN) : List.of();
        List<EventLog.Event> changes = screen.may("events:read")
                ? events.page(null, null, null, new Paging(SHOWN, null)).data()
                : List.of();
        Map<String, String> people =
                staff.names(changes.stream().map(EventLog.Event::actor).toList());
        return screens.show(
                request,
                "overview",
                Map.of("expiring", expiring, "names", names(screen, expiring), "changes", changes, "people", people));
    }

    /** A part of the page that takes its time where there are many licences. */
    @GetMapping("/console/over-limit")
    @Allow("licenses:read")
    ResponseEntity<String> overLimit(HttpServletRequest request) {
        List<LicenseCard> over = licenses.overLimit(SHOWN);
        Map<String, String> names = names(screens.screen(request), over);
        boolean part = "true".equals(request.getHeader("HX-Request"));
        return screens.show(request, part ? "overLimit" : "overLimitPage", Map.of("over", over, "names", names));
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
