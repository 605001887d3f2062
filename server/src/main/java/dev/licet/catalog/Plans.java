package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Plans made and changed. Plans of one product fall back to each other, so they change one after another. */
@Service
class Plans {
    private final PlanStore store;
    private final ProductStore products;
    private final FeatureStore features;
    private final PlanNames names;
    private final Events events;
    private final Merge merge;
    private final InstantSource time;

    Plans(
            PlanStore store,
            ProductStore products,
            FeatureStore features,
            PlanNames names,
            Events events,
            Merge merge,
            InstantSource time) {
        this.store = store;
        this.products = products;
        this.features = features;
        this.names = names;
        this.events = events;
        this.merge = merge;
        this.time = time;
    }

    @Transactional
    Plan create(Caller by, PlanRequest request) {
        Checks checks = request.checks().that("/code", Codes.isPlain(request.code()), Codes.PLAIN_RULE);
        Product product =
                products.lock(names.productIn("/product", request.product()).id());
        PlanTerms terms = terms(product.id(), request, checks);
        Instant now = time.instant();
        Plan plan = new Plan(
                Uuid7.next(),
                product.id(),
                product.code(),
                product.keyPrefix(),
                request.code(),
                request.name(),
                1,
                1,
                terms.policy(),
                terms.features(),
                now,
                now);
        store.insert(plan);
        record(by, "plan.created", null, plan);
        return plan;
    }

    /** @param seen refuses when the caller has not seen the revision that it is given */
    @Transactional
    Plan patch(Caller by, Plan plan, JsonNode patch, LongConsumer seen) {
        products.lock(plan.productId());
        Plan before = store.find(plan.id()).orElseThrow();
        seen.accept(before.revision());
        PlanRequest wanted = merge.merge(PlanRequest.of(before), patch, PlanRequest.class);
        Checks checks = wanted.checks()
                .that("/code", before.code().equals(wanted.code()), Codes.FIXED)
                .that(
                        "/product",
                        isProduct(before, wanted.product()),
                        "cannot change: make a plan of the other product");
        PlanTerms terms = terms(before.productId(), wanted, checks);
        if (wanted.name().equals(before.name()) && terms.equals(before.terms())) {
            return before;
        }
        Plan after = before.changed(wanted.name(), terms, time.instant());
        store.update(before, after);
        record(by, "plan.changed", before, after);
        return after;
    }

    /** The plan as a patch would make it; nothing is changed. */
    PlanVersion proposed(Plan before, JsonNode patch) {
        PlanRequest wanted = merge.merge(PlanRequest.of(before), patch, PlanRequest.class);
        Checks checks = wanted.checks()
                .that("/code", before.code().equals(wanted.code()), Codes.FIXED)
                .that("/product", isProduct(before, wanted.product()), "cannot change");
        PlanTerms terms = terms(before.productId(), wanted, checks);
        return before.changed(wanted.name(), terms, time.instant()).asVersion();
    }

    private PlanTerms terms(UUID product, PlanRequest request, Checks checks) {
        ProductFeatures known = ProductFeatures.of(features.ofProduct(product));
        PlanTerms terms = PlanTerms.read(request, known, store.siblings(product), checks);
        checks.done();
        return terms;
    }

    private static boolean isProduct(Plan plan, @Nullable String named) {
        return plan.productCode().equals(named)
                || (named != null
                        && TypeId.find("prod", named)
                                .filter(plan.productId()::equals)
                                .isPresent());
    }

    private void record(Caller by, String type, @Nullable Plan before, Plan after) {
        PlanView view = PlanView.of(after);
        events.record(by, type, view.id(), null, before == null ? null : PlanView.of(before), view);
    }
}
