package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.Product;
import dev.licet.platform.Allow;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/products/{product}")
@Tag(name = "Releases")
class InstallsApi {
    private final Installs installs;
    private final Catalog catalog;

    InstallsApi(Installs installs, Catalog catalog) {
        this.installs = installs;
        this.catalog = catalog;
    }

    @GetMapping("/versions")
    @Allow("licenses:read")
    @Operation(
            summary = "Say which versions run, and how often",
            description =
                    "Active devices, and licenses without devices by their last validation; since leaves out what was not seen"
                            + " since then.")
    VersionsView versions(@PathVariable String product, @RequestParam @Nullable Instant since) {
        return installs.versions(catalog.product(product), since);
    }

    @GetMapping("/end-of-life/{end}/affected")
    @Allow("licenses:read")
    @Operation(summary = "List who runs a version whose life ends")
    Page<InstallView> ending(@PathVariable String product, @PathVariable String end, Paging paging) {
        Product of = catalog.product(product);
        return Page.of(
                installs.concerned(of, catalog.ending(of.id(), end), paging), paging, Install::id, InstallView::of);
    }

    @GetMapping("/blocks/{block}/affected")
    @Allow("licenses:read")
    @Operation(summary = "List who runs a version that is blocked")
    Page<InstallView> blocked(@PathVariable String product, @PathVariable String block, Paging paging) {
        Product of = catalog.product(product);
        return Page.of(
                installs.concerned(of, catalog.blocked(of.id(), block), paging), paging, Install::id, InstallView::of);
    }
}
