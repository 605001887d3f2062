package dev.licet.access;

import dev.licet.platform.Settings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first member of staff: chosen by LICET_ADMIN_EMAIL, or made on the set-up page with the code that is told here once. */
@Component
public final class FirstStaff {
    private final Optional<String> code;

    FirstStaff(SetUp setUp, Settings settings) {
        Settings.Admin admin = settings.admin();
        if (admin != null) {
            setUp.chosen(admin.email(), admin.password());
        }
        this.code = admin == null ? setUp.code() : Optional.empty();
    }

    /** What opens the set-up page, to be printed and never logged; empty when there is staff already. */
    public Optional<String> code() {
        return code;
    }
}
