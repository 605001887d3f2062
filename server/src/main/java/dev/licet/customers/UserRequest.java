package dev.licet.customers;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.UUID;

/** A user as a caller describes it. */
record UserRequest(String email, String name) {

    static UserRequest of(User user) {
        return new UserRequest(user.email(), user.name());
    }

    UserRequest checked() {
        new Checks().email("/email", email).text("/name", name, 1, 200).done();
        return this;
    }

    User user(UUID id, UUID customer, long version, Instant createdAt, Instant updatedAt) {
        return new User(id, customer, email, name, version, createdAt, updatedAt);
    }
}
