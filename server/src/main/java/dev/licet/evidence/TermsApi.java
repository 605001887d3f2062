package dev.licet.evidence;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Terms", description = "What people agree to, in versions that never change")
class TermsApi {
    private final TermsVersions terms;

    TermsApi(TermsVersions terms) {
        this.terms = terms;
    }

    @PostMapping("/v1/terms")
    @Allow("catalog:write")
    @Operation(
            summary = "Make a version of terms",
            description = "With its text, or with an address and the digest of what stands there. It never changes.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TermsView> create(Caller by, @RequestBody TermsRequest request) {
        TermsView made = TermsView.of(terms.create(by, request));
        return ResponseEntity.created(URI.create("/v1/terms/" + made.id())).body(made);
    }

    @GetMapping("/v1/terms")
    @Allow("catalog:read")
    @Operation(summary = "List versions of terms, newest first, without their texts")
    Page<TermsView> list(@RequestParam @Nullable String code, @RequestParam @Nullable String product, Paging paging) {
        new Checks().text("code", code, 0, 64).done();
        return Page.of(
                terms.list(code, product, paging),
                paging,
                Terms::id,
                each -> TermsView.of(each).withoutText());
    }

    @GetMapping("/v1/terms/{id}")
    @Allow("catalog:read")
    @Operation(summary = "Read a version of terms")
    TermsView get(@PathVariable String id) {
        return TermsView.of(terms.get(id));
    }

    /** @param terms a code, or null for none; a body that forgot it must not take the terms away */
    record Applied(
            @Schema(type = "string", nullable = true, description = "The code of terms, or null for none") @Nullable JsonNode terms) {
        @Nullable String code() {
            new Checks().required("/terms", terms).done();
            if (terms == null || terms.isNull()) {
                return null;
            }
            if (!terms.isString()) {
                throw Problem.invalid("/terms", "must be the code of terms, or null for none");
            }
            return terms.stringValue();
        }
    }

    @PutMapping("/v1/products/{product}/terms")
    @Allow("catalog:write")
    @Operation(
            summary = "Say which terms apply to a product",
            description = "By code: of its versions, the one whose effectiveAt came last is in force.")
    ProductTerms apply(Caller by, @PathVariable String product, @RequestBody Applied body) {
        return terms.apply(by, product, body.code());
    }

    @GetMapping("/v1/products/{product}/terms")
    @Allow("catalog:read")
    @Operation(summary = "Read which terms apply to a product")
    ProductTerms ofProduct(@PathVariable String product) {
        return terms.ofProduct(product);
    }
}
