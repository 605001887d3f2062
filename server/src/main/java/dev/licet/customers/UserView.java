package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.time.Instant;

/** A user as it is answered. */
record UserView(String id, String customer, String email, String name, Instant createdAt, Instant updatedAt) {

    static UserView of(User user) {
        return new UserView(
                new TypeId(Ids.USER, user.id()).toString(),
                new TypeId(Ids.CUSTOMER, user.customerId()).toString(),
                user.email(),
                user.name(),
                user.createdAt(),
                user.updatedAt());
    }
}
