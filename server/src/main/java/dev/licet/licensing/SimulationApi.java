package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.platform.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Plans")
class SimulationApi {
    private static final int SHOWN = 20;

    private final Simulation simulation;
    private final Catalog catalog;

    SimulationApi(Simulation simulation, Catalog catalog) {
        this.simulation = simulation;
        this.catalog = catalog;
    }

    @PostMapping("/v1/plans/{plan}/simulations")
    @Allow("licenses:read")
    @Operation(
            summary = "Say what a change of a plan would do to its licenses",
            description =
                    "The body is a merge patch, as for PATCH. All licenses of the plan are looked at, whatever their version,"
                            + " as if they were moved to the changed plan now, with their overrides and ends. Nothing is changed.")
    Simulation.Outcome simulate(
            @PathVariable String plan, @RequestParam @Nullable String product, @RequestBody JsonNode patch) {
        return simulation.run(catalog.proposed(plan, product, patch), SHOWN);
    }
}
