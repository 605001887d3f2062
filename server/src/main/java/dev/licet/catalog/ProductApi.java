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
@RequestMapping("/v1/products")
@Tag(name = "Products", description = "What the vendor licenses, and the features it has")
class ProductApi {
    private final Products products;

    ProductApi(Products products) {
        this.products = products;
    }

    @PostMapping
    @Allow("catalog:write")
    @Operation(summary = "Make a product")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductView> create(Caller by, @RequestBody ProductRequest request) {
        Product product = products.create(by, request);
        return ETags.created("/v1/products/" + product.code(), ProductView.of(product), product.version());
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List products", description = "q finds part of the name or code.")
    Page<ProductView> list(@RequestParam @Nullable String kind, @RequestParam @Nullable String q, Paging paging) {
        new Checks()
                .that("kind", kind == null || ProductRequest.KINDS.contains(kind), "must be a kind of product")
                .text("q", q, 0, 200)
                .done();
        return Page.of(products.list(kind, q, paging), paging, Product::id, ProductView::of);
    }

    @GetMapping("/{product}")
    @Allow("catalog:read")
    @Operation(summary = "Read a product by id or code")
    ResponseEntity<ProductView> get(@PathVariable String product) {
        Product found = products.get(product);
        return ETags.ok(ProductView.of(found), found.version());
    }

    @PatchMapping("/{product}")
    @Allow("catalog:write")
    @Operation(summary = "Change a product", description = "A JSON merge patch (RFC 7396). The code stays.")
    ResponseEntity<ProductView> patch(
            Caller by, @PathVariable String product, @RequestBody JsonNode patch, HttpServletRequest request) {
        Product changed = products.patch(by, product, patch, version -> ETags.match(request, version));
        return ETags.ok(ProductView.of(changed), changed.version());
    }
}
