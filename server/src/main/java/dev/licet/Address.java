package dev.licet;

import dev.licet.platform.Settings;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Where this machine reaches the running server. */
final class Address {

    private Address() {}

    static String of(ApplicationContext context) {
        var settings = context.getBean(Settings.class);
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        if (settings.tls() != null) {
            return settings.publicUrl().toString();
        }
        return "http://" + host(settings.bind()) + ":" + server.getPort();
    }

    private static String host(String bind) {
        return switch (bind) {
            case "0.0.0.0", "::" -> "localhost";
            case String address when address.contains(":") -> "[" + address + "]";
            case String address -> address;
        };
    }
}
