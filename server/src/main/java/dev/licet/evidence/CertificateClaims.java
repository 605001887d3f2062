package dev.licet.evidence;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.catalog.Product;
import dev.licet.core.id.TypeId;
import dev.licet.core.key.CertificateNumber;
import dev.licet.core.policy.Policy;
import dev.licet.customers.Customer;
import dev.licet.customers.Customers;
import dev.licet.licensing.AcceptedTerms;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Settings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a certificate says: all that a customer may want to prove, and nothing secret. */
@Component
class CertificateClaims {
    private final Catalog catalog;
    private final Customers customers;
    private final Settings settings;

    CertificateClaims(Catalog catalog, Customers customers, Settings settings) {
        this.catalog = catalog;
        this.customers = customers;
        this.settings = settings;
    }

    Map<String, @Nullable Object> of(RecordedLicense license, String id, CertificateNumber number, Instant now) {
        Product product = product(license.productId());
        PlanVersion plan = catalog.planVersion(license.planId(), license.planVersion());
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", settings.publicUrl().toString());
        claims.put("sub", license.ref());
        claims.put("jti", id);
        claims.put("iat", now.getEpochSecond());
        claims.put("number", number.toString());
        claims.put("verify", verifyAt(number));
        claims.put("holder", holder(license.customerId()));
        claims.put("product", Map.of("code", product.code(), "name", product.name(), "kind", product.kind()));
        claims.put("plan", Map.of("code", plan.planCode(), "name", plan.planName(), "version", plan.version()));
        claims.put("state", license.state());
        claims.put("issuedAt", license.issuedAt().toString());
        claims.put("startsAt", text(license.startsAt()));
        claims.put("expiresAt", text(license.expiresAt()));
        claims.put("graceUntil", text(license.graceUntil()));
        Map<String, Object> features = new LinkedHashMap<>(license.features());
        features.keySet().removeAll(license.services().keySet());
        claims.put("features", features);
        claims.put("services", license.services());
        claims.put("limits", limits(license.policy()));
        claims.put("terms", terms(license.terms()));
        return claims;
    }

    Product product(UUID id) {
        return catalog.product(new TypeId("prod", id).toString());
    }

    @Nullable Customer customer(@Nullable UUID id) {
        return id == null
                ? null
                : customers.find(new TypeId("cust", id).toString()).orElse(null);
    }

    private String verifyAt(CertificateNumber number) {
        return settings.publicUrl().toString().replaceFirst("/$", "") + "/verify/" + number;
    }

    private @Nullable Map<String, Object> holder(@Nullable UUID id) {
        Customer customer = customer(id);
        return customer == null
                ? null
                : Map.of("name", customer.name(), "kind", customer.kind(), "country", customer.country());
    }

    private static Map<String, Object> limits(Policy policy) {
        Map<String, Object> limits = new LinkedHashMap<>();
        put(limits, "devices", policy.devices());
        put(limits, "users", policy.users());
        put(limits, "concurrent", policy.concurrent());
        put(limits, "processes", policy.processes());
        put(limits, "cores", policy.cores());
        return limits;
    }

    private static void put(Map<String, Object> limits, String name, @Nullable Integer limit) {
        if (limit != null) {
            limits.put(name, limit);
        }
    }

    private static @Nullable Map<String, @Nullable Object> terms(@Nullable AcceptedTerms terms) {
        if (terms == null) {
            return null;
        }
        Map<String, @Nullable Object> claim = new LinkedHashMap<>();
        claim.put("id", terms.id());
        claim.put("code", terms.code());
        claim.put("version", terms.version());
        claim.put("sha256", terms.sha256());
        claim.put("acceptedAt", terms.acceptedAt().toString());
        AcceptedTerms.Person by = terms.acceptedBy();
        claim.put("acceptedBy", by == null ? null : by.name());
        return claim;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
