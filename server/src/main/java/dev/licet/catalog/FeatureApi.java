package dev.licet.catalog;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/products/{product}/features")
@Tag(name = "Products")
class FeatureApi {
    private final Products products;
    private final FeatureDefinitions features;

    FeatureApi(Products products, FeatureDefinitions features) {
        this.products = products;
        this.features = features;
    }

    @PostMapping
    @Allow("catalog:write")
    @Operation(
            summary = "Add a feature to a product",
            description = "type is switch, number, text or metered and stays; kind is software (usual) or service.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FeatureView> create(Caller by, @PathVariable String product, @RequestBody FeatureRequest request) {
        Product of = products.get(product);
        Feature feature = features.create(by, of.id(), request);
        String location = "/v1/products/" + of.code() + "/features/" + feature.code();
        return ETags.created(location, FeatureView.of(feature), feature.version());
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List the features of a product")
    Page<FeatureView> list(@PathVariable String product, Paging paging) {
        UUID of = products.get(product).id();
        return Page.of(features.list(of, paging), paging, Feature::id, FeatureView::of);
    }

    @GetMapping("/{feature}")
    @Allow("catalog:read")
    @Operation(summary = "Read a feature by id or code")
    ResponseEntity<FeatureView> get(@PathVariable String product, @PathVariable String feature) {
        Feature found = features.get(products.get(product).id(), feature);
        return ETags.ok(FeatureView.of(found), found.version());
    }

    @PatchMapping("/{feature}")
    @Allow("catalog:write")
    @Operation(summary = "Change a feature", description = "A JSON merge patch (RFC 7396). Code and type stay.")
    ResponseEntity<FeatureView> patch(
            Caller by,
            @PathVariable String product,
            @PathVariable String feature,
            @RequestBody JsonNode patch,
            HttpServletRequest request) {
        UUID of = products.get(product).id();
        Feature changed = features.patch(by, of, feature, patch, version -> ETags.match(request, version));
        return ETags.ok(FeatureView.of(changed), changed.version());
    }
}
