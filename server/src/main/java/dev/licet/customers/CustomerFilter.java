package dev.licet.customers;

import dev.licet.platform.Checks;
import org.jspecify.annotations.Nullable;

/** Which customers a list is to show; what is null does not matter. */
record CustomerFilter(
        @Nullable String kind,
        @Nullable String q,
        @Nullable String externalId,
        @Nullable String country) {

    CustomerFilter checked() {
        new Checks()
                .that("kind", kind == null || CustomerRequest.KINDS.contains(kind), "must be a kind of customer")
                .text("q", q, 0, 254)
                .text("externalId", externalId, 0, 200)
                .optionalCountry("country", country)
                .done();
        return this;
    }
}
