package dev.licet.catalog;

import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as a person works on it at a screen. Rules and events are those of every other caller. */
@Service
public class CatalogDesk {
    private final Products products;
    private final FeatureDefinitions features;
    private final FeatureStore featureStore;
    private final Plans plans;
    private final PlanNames names;
    private final PlanStore planStore;
    private final JsonMapper json;

    CatalogDesk(
            Products products,
            FeatureDefinitions features,
            FeatureStore featureStore,
            Plans plans,
            PlanNames names,
            PlanStore planStore,
            JsonMapper json) {
        this.products = products;
        this.features = features;
        this.featureStore = featureStore;
        this.plans = plans;
        this.names = names;
        this.planStore = planStore;
        this.json = json;
    }

    /** Every product, newest first. */
    public List<Product> products() {
        List<Product> all = new ArrayList<>();
        @Nullable UUID after = null;
        while (true) {
            Page<Product> page = Page.of(
                    products.list(null, null, new Paging(Paging.MAX, after)),
                    new Paging(Paging.MAX, after),
                    Product::id,
                    product -> product);
            all.addAll(page.data());
            if (page.next() == null) {
                return all;
            }
            after = Page.after(page.next());
        }
    }

    /**
     * A product by id or code.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public Product product(String idOrCode) {
        return products.get(idOrCode);
    }

    public Product createProduct(Caller by, String code, String name, String kind, @Nullable String keyPrefix) {
        return products.create(by, new ProductRequest(code, name, kind, keyPrefix));
    }

    public Product changeProduct(Caller by, String product, Map<String, ? extends @Nullable Object> change) {
        return products.patch(by, product, tree(change), version -> {});
    }

    /** The features of a product, in the order of their codes. */
    public List<Feature> features(UUID product) {
        return featureStore.ofProduct(product);
    }

    /** A feature to be added; see {@link Feature}. */
    public record NewFeature(
            String code,
            String name,
            String type,
            @Nullable String unit,
            @Nullable String aggregation,
            @Nullable String uniqueBy,
            @Nullable String kind) {}

    public Feature createFeature(Caller by, UUID product, NewFeature feature) {
        return features.create(
                by,
                product,
                new FeatureRequest(
                        feature.code(),
                        feature.name(),
                        feature.type(),
                        feature.unit(),
                        feature.aggregation(),
                        feature.uniqueBy(),
                        feature.kind()));
    }

    public Feature changeFeature(
            Caller by, UUID product, String feature, Map<String, ? extends @Nullable Object> change) {
        return features.patch(by, product, feature, tree(change), version -> {});
    }

    /**
     * Every plan in its current version, newest first.
     *
     * @param product of this product only; null for all
     */
    public List<PlanVersion> plans(@Nullable UUID product) {
        List<PlanVersion> all = new ArrayList<>();
        @Nullable UUID after = null;
        while (true) {
            Paging paging = new Paging(Paging.MAX, after);
            Page<PlanVersion> page = Page.of(planStore.list(product, paging), paging, Plan::id, Plan::asVersion);
            all.addAll(page.data());
            if (page.next() == null) {
                return all;
            }
            after = Page.after(page.next());
        }
    }

    /** The versions of a plan, the latest first. */
    public Page<PlanVersionView> versions(UUID plan, Paging paging) {
        return Page.of(planStore.versions(plan, paging), paging, PlanVersionView.Row::id, PlanVersionView::of);
    }

    public PlanVersion createPlan(
            Caller by,
            String product,
            String code,
            String name,
            Map<String, @Nullable Object> features,
            Map<String, @Nullable Object> policy) {
        return plans.create(by, new PlanRequest(product, code, name, features, policy))
                .asVersion();
    }

    /** Changes a plan by a merge patch, as the HTTP interface takes it. */
    public PlanVersion changePlan(Caller by, String plan, Map<String, ? extends @Nullable Object> change) {
        return plans.patch(by, names.plan(plan, null), tree(change), revision -> {})
                .asVersion();
    }

    /** The plan as a change would make it; nothing is changed. */
    public PlanVersion proposed(String plan, Map<String, ? extends @Nullable Object> change) {
        return plans.proposed(names.plan(plan, null), tree(change));
    }

    private JsonNode tree(Map<String, ? extends @Nullable Object> change) {
        return json.valueToTree(change);
    }
}
