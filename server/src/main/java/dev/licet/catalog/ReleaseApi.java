package dev.licet.catalog;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/v1/products/{product}/releases")
@Tag(name = "Releases", description = "The versions of a product: releases, blocks, ends of life, and who runs which")
class ReleaseApi {
    private final Products products;
    private final ReleaseRecords releases;

    ReleaseApi(Products products, ReleaseRecords releases) {
        this.products = products;
        this.releases = releases;
    }

    @PostMapping
    @Allow("catalog:write")
    @Operation(
            summary = "Record a release",
            description = "Its date decides which licenses include it: those whose maintenance had not ended by then.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReleaseView> create(Caller by, @PathVariable String product, @RequestBody ReleaseRequest request) {
        Product of = products.get(product);
        ProductRelease release = releases.create(by, of.id(), request);
        String location = "/v1/products/" + of.code() + "/releases/" + release.typeId();
        return ETags.created(location, ReleaseView.of(release), release.revision());
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List the releases of a product")
    Page<ReleaseView> list(@PathVariable String product, @RequestParam @Nullable String channel, Paging paging) {
        new Checks()
                .that("channel", channel == null || Codes.isPlain(channel), Codes.PLAIN_RULE)
                .done();
        UUID of = products.get(product).id();
        return Page.of(releases.list(of, channel, paging), paging, ProductRelease::id, ReleaseView::of);
    }

    @GetMapping("/{release}")
    @Allow("catalog:read")
    @Operation(summary = "Read a release by id or version")
    ResponseEntity<ReleaseView> get(@PathVariable String product, @PathVariable String release) {
        ProductRelease found = releases.get(products.get(product).id(), release);
        return ETags.ok(ReleaseView.of(found), found.revision());
    }

    @PatchMapping("/{release}")
    @Allow("catalog:write")
    @Operation(summary = "Change a release", description = "A JSON merge patch (RFC 7396). The version stays.")
    ResponseEntity<ReleaseView> patch(
            Caller by,
            @PathVariable String product,
            @PathVariable String release,
            @RequestBody JsonNode patch,
            HttpServletRequest request) {
        UUID of = products.get(product).id();
        ProductRelease changed = releases.patch(by, of, release, patch, revision -> ETags.match(request, revision));
        return ETags.ok(ReleaseView.of(changed), changed.revision());
    }

    @DeleteMapping("/{release}")
    @Allow("catalog:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a release that was recorded by mistake")
    void delete(Caller by, @PathVariable String product, @PathVariable String release, HttpServletRequest request) {
        releases.delete(by, products.get(product).id(), release, revision -> ETags.match(request, revision));
    }
}
