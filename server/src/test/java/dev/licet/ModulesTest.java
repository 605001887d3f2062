package dev.licet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only each other's API, and never in a circle. */
class ModulesTest {

    /** Tests may use what they like, wherever they were compiled to. */
    private static final DescribedPredicate<JavaClass> OUTSIDE =
            DescribedPredicate.describe("outside of the server", ModulesTest::isOutside);

    @Test
    void theBoundariesHold() {
        ApplicationModules.of(Licet.class, OUTSIDE).verify();
    }

    private static boolean isOutside(JavaClass type) {
        String server = place(
                Licet.class.getProtectionDomain().getCodeSource().getLocation().toString());
        return !type.getSource()
                .map(source -> place(source.getUri().toString()).startsWith(server))
                .orElse(false);
    }

    private static String place(String uri) {
        return uri.replaceFirst("^file:/+", "/");
    }
}
