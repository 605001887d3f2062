package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/plans")
@Tag(name = "Plans", description = "How a product is sold: features and policy, in versions that never change")
class PlanApi {
    private final Plans plans;
    private final PlanNames names;
    private final PlanStore store;

    PlanApi(Plans plans, PlanNames names, PlanStore store) {
        this.plans = plans;
        this.names = names;
        this.store = store;
    }

    @PostMapping
    @Allow("catalog:write")
    @Operation(summary = "Make a plan", description = "Every field of the policy is optional and has a default.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PlanView> create(Caller by, @RequestBody PlanRequest request) {
        Plan plan = plans.create(by, request);
        String location = "/v1/plans/" + new TypeId("plan", plan.id());
        return ETags.created(location, PlanView.of(plan), plan.revision());
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List plans", description = "product is the id or code of a product.")
    Page<PlanView> list(@RequestParam @Nullable String product, Paging paging) {
        UUID of = product == null ? null : names.productIn("product", product).id();
        return Page.of(store.list(of, paging), paging, Plan::id, PlanView::of);
    }

    @GetMapping("/{plan}")
    @Allow("catalog:read")
    @Operation(
            summary = "Read a plan by id or code",
            description = "version reads an earlier version; product says whose plan a code means.")
    ResponseEntity<PlanView> get(
            @PathVariable String plan,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable Integer version) {
        Plan current = names.plan(plan, product);
        Plan found = version == null ? current : version(current, version);
        return ETags.ok(PlanView.of(found), found.revision());
    }

    @GetMapping("/{plan}/versions")
    @Allow("catalog:read")
    @Operation(summary = "List the versions of a plan")
    Page<PlanVersionView> versions(@PathVariable String plan, @RequestParam @Nullable String product, Paging paging) {
        UUID of = names.plan(plan, product).id();
        return Page.of(store.versions(of, paging), paging, PlanVersionView.Row::id, PlanVersionView::of);
    }

    @PatchMapping("/{plan}")
    @Allow("catalog:write")
    @Operation(
            summary = "Change a plan",
            description = "A JSON merge patch (RFC 7396). Another policy or other features make a new version;"
                    + " licences keep the one they have until they are moved.")
    ResponseEntity<PlanView> patch(
            Caller by,
            @PathVariable String plan,
            @RequestParam @Nullable String product,
            @RequestBody JsonNode patch,
            HttpServletRequest request) {
        Plan named = names.plan(plan, product);
        Plan changed = plans.patch(by, named, patch, revision -> ETags.match(request, revision));
        return ETags.ok(PlanView.of(changed), changed.revision());
    }

    private Plan version(Plan plan, int version) {
        return store.find(plan.id(), version).orElseThrow(() -> Problem.notFound("version of the plan"));
    }
}
