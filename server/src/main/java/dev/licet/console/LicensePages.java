package dev.licet.console;

import dev.licet.access.StaffAccounts;
import dev.licet.customers.CustomerDesk;
import dev.licet.licensing.LicenseCard;
import dev.licet.licensing.LicenseDesk;
import dev.licet.licensing.PlaceDesk;
import dev.licet.platform.EventLog;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of one licence: its key, state, terms, places, history, and why it permits or refuses. */
@Component
class LicensePages {
    private static final Paging FIRST = new Paging(20, null);

    private final Screens screens;
    private final LicenseDesk licenses;
    private final PlaceDesk places;
    private final CustomerDesk customers;
    private final EventLog events;
    private final StaffAccounts staff;

    LicensePages(
            Screens screens,
            LicenseDesk licenses,
            PlaceDesk places,
            CustomerDesk customers,
            EventLog events,
            StaffAccounts staff) {
        this.screens = screens;
        this.licenses = licenses;
        this.places = places;
        this.customers = customers;
        this.events = events;
        this.staff = staff;
    }

    /** @param more what the page says besides: the key in full, or the answer to a question */
    ResponseEntity<String> show(HttpServletRequest request, String id, Map<String, ?> more) {
        LicenseCard license = licenses.get(id);
        Screen screen = screens.screen(request);
        Map<String, Object> model = new HashMap<>();
        model.put("license", license);
        model.put("customer", customer(screen, license));
        model.put("devices", places.devices(id, true, FIRST));
        model.put("users", places.users(id, FIRST));
        model.put("validations", places.validations(id, FIRST));
        Page<EventLog.Event> history = events.page(license.id(), null, null, FIRST);
        model.put("history", history);
        model.put(
                "people",
                staff.names(history.data().stream().map(EventLog.Event::actor).toList()));
        model.put("key", "");
        model.put("why", Why.NONE);
        model.putAll(more);
        return screens.show(request, "license", model);
    }

    private String customer(Screen screen, LicenseCard license) {
        String id = license.customer();
        if (id == null) {
            return "";
        }
        return screen.may("customers:read") ? customers.names(List.of(id)).getOrDefault(id, id) : id;
    }
}
