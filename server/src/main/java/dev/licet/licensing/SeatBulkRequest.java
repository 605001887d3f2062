package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many seats at once.
 *
 * @param assign e-mail addresses or ids of users who get a seat
 * @param free likewise, of users who lose theirs; before the others get one
 */
record SeatBulkRequest(
        @Nullable List<String> assign, @Nullable List<String> free) {
    private static final int MAX = 1000;

    SeatBulkRequest checked() {
        Checks checks = new Checks();
        check(checks, "/assign", assignOrNone());
        check(checks, "/free", freeOrNone());
        checks.that("", !assignOrNone().isEmpty() || !freeOrNone().isEmpty(), "give assign, free or both")
                .done();
        return this;
    }

    List<String> assignOrNone() {
        return assign == null ? List.of() : assign;
    }

    List<String> freeOrNone() {
        return free == null ? List.of() : free;
    }

    private static void check(Checks checks, String pointer, List<String> users) {
        checks.that(pointer, users.size() <= MAX, "must have at most " + MAX + " entries");
        for (int i = 0; i < Math.min(users.size(), MAX); i++) {
            checks.text(pointer + "/" + i, users.get(i), 1, 254);
        }
    }
}
