package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as a caller describes it. */
record CustomerRequest(
        String kind,
        String name,
        String email,
        String country,
        @Nullable String externalId,
        @Nullable Map<String, @Nullable Object> metadata) {
    static final List<String> KINDS = List.of("organization", "individual", "employee", "partner");

    static CustomerRequest of(Customer customer) {
        return new CustomerRequest(
                customer.kind(),
                customer.name(),
                customer.email(),
                customer.country(),
                customer.externalId(),
                customer.metadata());
    }

    CustomerRequest checked() {
        Checks checks = new Checks()
                .oneOf("/kind", kind, KINDS)
                .text("/name", name, 1, 200)
                .email("/email", email)
                .required("/country", country)
                .optionalCountry("/country", country);
        if (externalId != null) {
            checks.text("/externalId", externalId, 1, 200)
                    .that(
                            "/externalId",
                            TypeId.find(Ids.CUSTOMER, externalId).isEmpty(),
                            "must not look like an id of ours");
        }
        Metadata.check(checks, metadata).done();
        return this;
    }

    Customer customer(UUID id, long version, Instant createdAt, Instant updatedAt) {
        Map<String, @Nullable Object> own = metadata == null ? Map.of() : metadata;
        return new Customer(id, kind, name, email, country, externalId, own, version, createdAt, updatedAt);
    }
}
