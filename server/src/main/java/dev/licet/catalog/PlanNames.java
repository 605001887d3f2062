package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a caller means by the name of a plan or a product: an id, or a code. */
@Component
class PlanNames {
    private static final String AMBIGUOUS = "Several products have a plan with this code: ";

    private final PlanStore plans;
    private final ProductStore products;

    PlanNames(PlanStore plans, ProductStore products) {
        this.plans = plans;
        this.products = products;
    }

    /** A plan named in a path, by id or by a code that only one product uses, or with its product. */
    Plan plan(String idOrCode, @Nullable String product) {
        List<Plan> found = candidates(idOrCode, Optional.ofNullable(product).map(this::product));
        if (found.size() > 1) {
            throw Problem.conflict("AMBIGUOUS", AMBIGUOUS + "use the plan's id, or say which by ?product=.");
        }
        return found.stream().findFirst().orElseThrow(() -> Problem.notFound("plan"));
    }

    /** A plan named in a body. */
    Plan planIn(String pointer, @Nullable String idOrCode, @Nullable String product) {
        if (idOrCode == null) {
            throw Problem.invalid(pointer, "is required");
        }
        List<Plan> found = candidates(idOrCode, Optional.ofNullable(product).map(p -> productIn("/product", p)));
        if (found.size() > 1) {
            throw Problem.invalid(pointer, "is the code of plans of several products: give the plan's id instead");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Problem.invalid(pointer, "is not the id or code of a plan"));
    }

    /** A product named in a path. */
    Product product(String idOrCode) {
        return products.find(idOrCode).orElseThrow(() -> Problem.notFound("product"));
    }

    /** A product named in a body. */
    Product productIn(String pointer, @Nullable String idOrCode) {
        if (idOrCode == null) {
            throw Problem.invalid(pointer, "is required");
        }
        return products.find(idOrCode)
                .orElseThrow(() -> Problem.invalid(pointer, "is not the id or code of a product"));
    }

    private List<Plan> candidates(String idOrCode, Optional<Product> product) {
        Optional<UUID> id = TypeId.find("plan", idOrCode);
        if (id.isPresent()) {
            return plans.find(id.get()).stream()
                    .filter(plan -> product.isEmpty()
                            || plan.productId().equals(product.get().id()))
                    .toList();
        }
        if (!Codes.isPlain(idOrCode)) {
            return List.of();
        }
        return product.isPresent()
                ? plans.find(idOrCode, product.get().id()).stream().toList()
                : plans.find(idOrCode);
    }
}
