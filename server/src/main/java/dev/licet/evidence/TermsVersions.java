package dev.licet.evidence;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.Product;
import dev.licet.core.id.TypeId;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Versions of terms, and which of them apply to a product. */
@Service
class TermsVersions {
    private final TermsStore store;
    private final Catalog catalog;
    private final Events events;
    private final InstantSource time;

    TermsVersions(TermsStore store, Catalog catalog, Events events, InstantSource time) {
        this.store = store;
        this.catalog = catalog;
        this.events = events;
        this.time = time;
    }

    @Transactional
    Terms create(Caller by, TermsRequest request) {
        Product product = request.product() == null ? null : catalog.productIn("/product", request.product());
        Terms terms = request.checked(product, time.instant());
        store.insert(terms);
        events.record(
                by,
                "terms.created",
                terms.ref(),
                null,
                null,
                TermsView.of(terms).withoutText());
        return terms;
    }

    Terms get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("terms"));
    }

    List<Terms> list(@Nullable String code, @Nullable String product, Paging paging) {
        UUID id = product == null ? null : catalog.productIn("product", product).id();
        return store.list(code, id, paging);
    }

    /**
     * Says which terms apply to a product from now on.
     *
     * @param code of the terms; null for none
     */
    @Transactional
    ProductTerms apply(Caller by, String productName, @Nullable String code) {
        Product product = catalog.product(productName);
        if (code != null && !store.exists(code)) {
            throw Problem.invalid("/terms", "is not the code of terms: give one such as eula, or null for none");
        }
        Optional<String> before = store.ofProduct(product.id());
        Instant now = time.instant();
        if (!Objects.equals(before.orElse(null), code)) {
            store.set(product.id(), code, now);
            String subject = new TypeId("prod", product.id()).toString();
            events.record(by, "product.terms_set", subject, null, named(before.orElse(null)), named(code));
        }
        return ofProduct(product, now);
    }

    ProductTerms ofProduct(String productName) {
        return ofProduct(catalog.product(productName), time.instant());
    }

    /** The terms that apply to a product at a moment; empty when none do. */
    Optional<Terms> inForce(UUID product, Instant at) {
        return store.ofProduct(product).flatMap(code -> store.inForce(code, product, at));
    }

    /** The version that an acceptance is about: the one named by id, the one in force of a code, or by default of the product. */
    Terms accepted(@Nullable String named, UUID product, Instant at) {
        if (named == null) {
            return inForce(product, at)
                    .orElseThrow(() -> Problem.invalid(
                            "/terms", "is required, since no terms apply to the product at that moment"));
        }
        Terms terms = find(named)
                .or(() -> store.inForce(named, product, at))
                .orElseThrow(
                        () -> Problem.invalid("/terms", "is neither the id of terms nor the code of terms in force"));
        if (terms.productId() != null && !terms.productId().equals(product)) {
            throw Problem.invalid("/terms", "is for another product");
        }
        return terms;
    }

    private ProductTerms ofProduct(Product product, Instant now) {
        String code = store.ofProduct(product.id()).orElse(null);
        Terms inForce = inForce(product.id(), now).orElse(null);
        return new ProductTerms(
                code, inForce == null ? null : TermsView.of(inForce).withoutText());
    }

    private Optional<Terms> find(String id) {
        return TypeId.find(Terms.PREFIX, id).flatMap(store::find);
    }

    private static Map<String, @Nullable Object> named(@Nullable String code) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named.put("terms", code);
        return named;
    }
}
