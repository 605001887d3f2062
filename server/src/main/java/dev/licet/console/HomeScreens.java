package dev.licet.console;

import dev.licet.platform.Public;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever types no more than the name of the server. */
@RestController
class HomeScreens {
    private final Screens screens;

    HomeScreens(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/")
    @Public
    ResponseEntity<String> home() {
        return screens.onTo(Links.HOME);
    }
}
