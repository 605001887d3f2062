package dev.licet.customers;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as a caller describes it.
 *
 * @param department the id or code of a department of the customer
 */
record UserRequest(
        String email,
        String name,
        @Nullable String department,
        @Nullable String externalId) {

    static UserRequest of(User user) {
        return new UserRequest(user.email(), user.name(), user.department(), user.externalId());
    }

    UserRequest checked() {
        check(new Checks(), "").done();
        return this;
    }

    /** @param pointer where it stands in the body */
    Checks check(Checks checks, String pointer) {
        checks.email(pointer + "/email", email).text(pointer + "/name", name, 1, 200);
        return externalId == null ? checks : checks.text(pointer + "/externalId", externalId, 1, 200);
    }

    User user(UUID id, UUID customer, @Nullable Department place, Instant now) {
        return new User(id, customer, email, name, id(place), code(place), externalId, null, 1, now, now);
    }

    /** The user changed to this. */
    User over(User before, @Nullable Department place, Instant now) {
        return new User(
                before.id(),
                before.customerId(),
                email,
                name,
                id(place),
                code(place),
                externalId,
                before.departure(),
                before.version() + 1,
                before.createdAt(),
                now);
    }

    private static @Nullable UUID id(@Nullable Department place) {
        return place == null ? null : place.id();
    }

    private static @Nullable String code(@Nullable Department place) {
        return place == null ? null : place.code();
    }
}
