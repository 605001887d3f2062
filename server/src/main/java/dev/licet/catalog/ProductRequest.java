package dev.licet.catalog;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A product as a caller describes it. */
record ProductRequest(
        String code, String name, String kind, @Nullable String keyPrefix) {
    static final List<String> KINDS = List.of("software", "certificate", "content", "membership");
    private static final Pattern KEY_PREFIX = Pattern.compile("[A-Z0-9]{2,8}");

    static ProductRequest of(Product product) {
        return new ProductRequest(product.code(), product.name(), product.kind(), product.keyPrefix());
    }

    ProductRequest checked() {
        checks().that("/code", Codes.isPlain(code), Codes.PLAIN_RULE).done();
        return this;
    }

    /** Checked as a change of what there is. */
    ProductRequest checked(Product before) {
        checks().that("/code", before.code().equals(code), Codes.FIXED).done();
        return this;
    }

    Product product(UUID id, long version, Instant createdAt, Instant updatedAt) {
        return new Product(id, code, name, kind, keyPrefix, version, createdAt, updatedAt);
    }

    private Checks checks() {
        return new Checks()
                .text("/name", name, 1, 200)
                .oneOf("/kind", kind, KINDS)
                .that(
                        "/keyPrefix",
                        keyPrefix == null || KEY_PREFIX.matcher(keyPrefix).matches(),
                        "must be 2 to 8 capital letters or digits, such as NOTES");
    }
}
