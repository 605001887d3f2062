package dev.licet;

import dev.licet.access.FirstKey;
import dev.licet.access.FirstStaff;
import dev.licet.platform.Settings;
import dev.licet.platform.SettingsReader;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;

/** Starts the server. */
@SpringBootApplication
public class Licet {

    public static void main(String[] args) {
        try {
            // Wrong settings are told before anything else is said.
            SettingsReader.read(System::getenv);
            greet(application().run(args));
        } catch (RuntimeException e) {
            StartFailure.sentence(e).ifPresent(System.err::println);
            System.exit(1);
        }
    }

    /** Says nothing of its own: {@link Welcome} and {@link StartFailure} do. */
    private static SpringApplication application() {
        var application = new SpringApplication(Licet.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "logging.level.org.springframework.boot.web.server.servlet.context", "ERROR",
                "logging.level.org.springframework.boot.autoconfigure.logging", "WARN",
                "logging.level.org.springframework.boot.tomcat.servlet.DeferredServletContainerInitializers", "OFF"));
        return application;
    }

    private static void greet(ApplicationContext context) {
        var address = Address.of(context);
        var settings = context.getBean(Settings.class);
        var firstKey = context.getBean(FirstKey.class).value();
        if (Rehearsal.wanted()) {
            System.exit(new Rehearsal(address, firstKey.orElse("")).run() ? 0 : 1);
        }
        System.out.print(new Welcome(
                address, settings, firstKey, context.getBean(FirstStaff.class).code()));
        System.out.flush();
    }
}
