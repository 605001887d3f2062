package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a department gets of a licence; null leaves that quantity undivided. */
record AllocationRequest(
        @Nullable Integer users,
        @Nullable Integer devices,
        @Nullable Integer concurrent) {
    private static final int MANY = 100_000_000;

    Map<Quantity, Integer> checked() {
        new Checks()
                .range("/users", users, 0, MANY)
                .range("/devices", devices, 0, MANY)
                .range("/concurrent", concurrent, 0, MANY)
                .that(
                        "",
                        users != null || devices != null || concurrent != null,
                        "give users, devices or concurrent; DELETE takes all back")
                .done();
        Map<Quantity, Integer> wanted = new EnumMap<>(Quantity.class);
        put(wanted, Quantity.USERS, users);
        put(wanted, Quantity.DEVICES, devices);
        put(wanted, Quantity.CONCURRENT, concurrent);
        return wanted;
    }

    private static void put(Map<Quantity, Integer> wanted, Quantity quantity, @Nullable Integer number) {
        if (number != null) {
            wanted.put(quantity, number);
        }
    }
}
