package dev.licet.licensing;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}/allocations")
@Tag(name = "Allocations", description = "Which part of a license each department of the customer may use")
class AllocationApi {
    private final Allocations allocations;

    AllocationApi(Allocations allocations) {
        this.allocations = allocations;
    }

    @GetMapping
    @Allow("licenses:read")
    @Operation(summary = "Show what each department was given, uses and has free, and what is left for the others")
    AllocationsView list(@PathVariable String license) {
        return allocations.view(license);
    }

    @PutMapping("/{department}")
    @Allow("licenses:write")
    @Operation(
            summary = "Give a department a part of the license",
            description = "The parts never exceed the license together. A part below what is used is allowed; nothing"
                    + " more can be taken then.")
    AllocationView put(
            Caller by,
            @PathVariable String license,
            @PathVariable String department,
            @RequestBody AllocationRequest request) {
        return allocations.put(by, license, department, request);
    }

    @DeleteMapping("/{department}")
    @Allow("licenses:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a department's part back", description = "Its people keep what they hold.")
    void delete(Caller by, @PathVariable String license, @PathVariable String department) {
        allocations.delete(by, license, department);
    }
}
