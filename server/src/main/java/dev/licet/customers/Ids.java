package dev.licet.customers;

import dev.licet.core.id.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Ids as callers write them. */
final class Ids {
    static final String CUSTOMER = "cust";
    static final String DEPARTMENT = "dept";
    static final String USER = "user";

    private Ids() {}

    /** The UUID when the text is an id of this kind of thing. */
    static Optional<UUID> id(String prefix, String text) {
        try {
            TypeId id = TypeId.parse(text);
            return id.prefix().equals(prefix) ? Optional.of(id.uuid()) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
