package dev.licet;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only each other's API, and never in a circle. */
class ModulesTest {

    @Test
    void theBoundariesHold() {
        ApplicationModules.of(Licet.class, JavaClass.Predicates.resideInAPackage("dev.licet.core.."))
                .verify();
    }
}
