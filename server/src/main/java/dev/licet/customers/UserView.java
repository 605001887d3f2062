package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as it is answered.
 *
 * @param department the code of the department
 * @param departure that the person has left, since when and why
 */
record UserView(
        String id,
        String customer,
        String email,
        String name,
        @Nullable String department,
        @Nullable String externalId,
        User.@Nullable Departure departure,
        Instant createdAt,
        Instant updatedAt) {

    static UserView of(User user) {
        return new UserView(
                user.typeId(),
                new TypeId(Ids.CUSTOMER, user.customerId()).toString(),
                user.email(),
                user.name(),
                user.department(),
                user.externalId(),
                user.departure(),
                user.createdAt(),
                user.updatedAt());
    }
}
