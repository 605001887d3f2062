package dev.licet.customers;

import dev.licet.platform.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as a caller describes it.
 *
 * @param users ids or e-mail addresses of users of the customer
 * @param devices fingerprints
 */
record GroupRequest(
        String name, @Nullable List<String> users, @Nullable List<String> devices) {
    private static final int MAX = 10_000;

    GroupRequest checked(String code) {
        Checks checks = new Checks().code("code", code).text("/name", name, 1, 200);
        texts(checks, "/users", usersOrNone());
        texts(checks, "/devices", devicesOrNone());
        checks.done();
        return this;
    }

    List<String> usersOrNone() {
        return users == null ? List.of() : users;
    }

    List<String> devicesOrNone() {
        return devices == null ? List.of() : devices;
    }

    private static void texts(Checks checks, String pointer, List<String> values) {
        checks.that(pointer, values.size() <= MAX, "must be at most " + MAX);
        for (int i = 0; i < Math.min(values.size(), MAX); i++) {
            checks.text(pointer + "/" + i, values.get(i), 1, 255);
        }
    }
}
