package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.core.decision.State;
import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import dev.licet.customers.Customers;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the filters of the list of licences. */
@Component
class LicenseFilters {
    private static final Set<String> KINDS = Set.of("organization", "individual", "employee", "partner");

    private final Catalog catalog;
    private final Customers customers;
    private final Keys keys;

    LicenseFilters(Catalog catalog, Customers customers, Keys keys) {
        this.catalog = catalog;
        this.customers = customers;
        this.keys = keys;
    }

    /** @param kind the kind of customer */
    record Parameters(
            @Nullable String customer,
            @Nullable String plan,
            @Nullable String product,
            @Nullable State state,
            @Nullable String kind,
            @Nullable Instant expiresBefore,
            @Nullable Instant expiresAfter,
            @Nullable String q,
            @Nullable Integer planVersion) {}

    LicenseFilter read(Parameters from) {
        String kind = from.kind();
        if (kind != null && !KINDS.contains(kind)) {
            throw Problem.invalid("kind", "must be one of " + String.join(", ", KINDS));
        }
        if (from.planVersion() != null && from.plan() == null) {
            throw Problem.invalid("planVersion", "needs plan as well");
        }
        return new LicenseFilter(
                customer(from.customer()),
                from.plan() == null
                        ? null
                        : catalog.planIn("plan", from.plan(), from.product()).planId(),
                from.product() == null
                        ? null
                        : catalog.productIn("product", from.product()).id(),
                from.state() == null ? null : Fields.camelCase(from.state()),
                kind,
                from.expiresBefore(),
                from.expiresAfter(),
                search(from.q()),
                from.planVersion());
    }

    private @Nullable UUID customer(@Nullable String customer) {
        return customer == null
                ? null
                : customers.customerIn("customer", customer).id();
    }

    private LicenseFilter.@Nullable Search search(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > 200) {
            throw Problem.invalid("q", "must be at most 200 characters");
        }
        LicenseKey key = Keys.typed(q).orElse(null);
        return key == null ? new LicenseFilter.Search.Text(q.strip()) : new LicenseFilter.Search.Key(keys.hash(key));
    }
}
