package dev.licet.console;

import dev.licet.licensing.PlaceDesk;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Places of a licence given and freed. */
@RestController
class PlaceScreens {
    private final Screens screens;
    private final PlaceDesk places;

    PlaceScreens(Screens screens, PlaceDesk places) {
        this.screens = screens;
        this.places = places;
    }

    @PostMapping("/console/licenses/{license}/devices/{device}/release")
    @Allow("licenses:write")
    ResponseEntity<String> release(Caller by, @PathVariable String license, @PathVariable String device) {
        places.release(by, license, device);
        return screens.onTo("/console/licenses/" + license, "device.released");
    }

    @PostMapping("/console/licenses/{license}/users")
    @Allow("licenses:write")
    ResponseEntity<String> assign(Caller by, @PathVariable String license, HttpServletRequest request) {
        places.assign(by, license, Form.of(request).text("user"));
        return screens.onTo("/console/licenses/" + license, "user.assigned");
    }

    @PostMapping("/console/licenses/{license}/users/free")
    @Allow("licenses:write")
    ResponseEntity<String> free(Caller by, @PathVariable String license, HttpServletRequest request) {
        places.free(by, license, Form.of(request).text("user"));
        return screens.onTo("/console/licenses/" + license, "user.freed");
    }
}
