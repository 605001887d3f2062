package dev.licet.catalog;

import dev.licet.core.release.Releases;
import dev.licet.core.version.VersionRange;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What other modules ask the catalogue. */
@Service
public class Catalog {
    private final PlanNames names;
    private final Plans changes;
    private final PlanStore plans;
    private final FeatureStore features;
    private final ReleaseStore releases;
    private final RuleStore rules;
    private final RuleBook book;

    Catalog(
            PlanNames names,
            Plans changes,
            PlanStore plans,
            FeatureStore features,
            ReleaseStore releases,
            RuleStore rules,
            RuleBook book) {
        this.names = names;
        this.changes = changes;
        this.plans = plans;
        this.features = features;
        this.releases = releases;
        this.rules = rules;
        this.book = book;
    }

    /**
     * A plan in its current version, as a path or a filter names it.
     *
     * @param product narrows a code down to one product
     * @throws Problem 404, or 409 AMBIGUOUS when several products use the code
     */
    public PlanVersion plan(String idOrCode, @Nullable String product) {
        return names.plan(idOrCode, product).asVersion();
    }

    /**
     * A plan in its current version, as the field of a body at {@code pointer} names it.
     *
     * @throws Problem 422 that names the field
     */
    public PlanVersion planIn(String pointer, @Nullable String idOrCode, @Nullable String product) {
        return names.planIn(pointer, idOrCode, product).asVersion();
    }

    /**
     * A plan as a merge patch would make it, the next version of it. Nothing is changed.
     *
     * @throws Problem 404, 409 AMBIGUOUS, or 422 as for the patch itself
     */
    public PlanVersion proposed(String idOrCode, @Nullable String product, JsonNode patch) {
        return changes.proposed(names.plan(idOrCode, product), patch);
    }

    /**
     * A version of a plan, current or not.
     *
     * @throws Problem 404
     */
    public PlanVersion planVersion(UUID planId, int version) {
        return plans.find(planId, version)
                .orElseThrow(() -> Problem.notFound("version of the plan"))
                .asVersion();
    }

    /** A plan of a product by code in its current version, as {@code fallbackPlan} of a policy names it; null when there is none. */
    public @Nullable PlanVersion planOf(UUID productId, String code) {
        return plans.find(code, productId).map(Plan::asVersion).orElse(null);
    }

    /** A plan of a product by code in the version that was its current one at a moment; null when there was none yet. */
    public @Nullable PlanVersion planAt(UUID productId, String code, Instant at) {
        return plans.findAt(code, productId, at).map(Plan::asVersion).orElse(null);
    }

    /**
     * A product as a path names it.
     *
     * @throws Problem 404
     */
    public Product product(String idOrCode) {
        return names.product(idOrCode);
    }

    /**
     * A product as the field of a body at {@code pointer} names it.
     *
     * @throws Problem 422 that names the field
     */
    public Product productIn(String pointer, @Nullable String idOrCode) {
        return names.productIn(pointer, idOrCode);
    }

    /** What the vendor said of versions of a product at a moment; of releases, as they are on record now. */
    public Releases releasesAt(UUID productId, Instant at) {
        return RuleStore.together(rules.at(productId, at))
                .with(releases.until(productId, at).stream()
                        .map(ProductRelease::asRelease)
                        .toList());
    }

    /**
     * The versions that a block is about, by its name or id.
     *
     * @throws Problem 404
     */
    public List<VersionRange> blocked(UUID productId, String idOrName) {
        return book.get(productId, VersionRule.Kind.BLOCK, idOrName).block().versions();
    }

    /**
     * The versions that an end of life is about, by its name or id.
     *
     * @throws Problem 404
     */
    public List<VersionRange> ending(UUID productId, String idOrName) {
        return book.get(productId, VersionRule.Kind.END_OF_LIFE, idOrName)
                .endOfLife()
                .versions();
    }

    /** The features of a product, to check what a licence overrides. */
    public ProductFeatures features(UUID productId) {
        return ProductFeatures.of(features.ofProduct(productId));
    }
}
