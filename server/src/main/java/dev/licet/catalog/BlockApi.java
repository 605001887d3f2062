package dev.licet.catalog;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/products/{product}/blocks")
@Tag(name = "Releases")
class BlockApi {
    private static final VersionRule.Kind KIND = VersionRule.Kind.BLOCK;

    private final Products products;
    private final RuleBook rules;
    private final InstantSource time;

    BlockApi(Products products, RuleBook rules, InstantSource time) {
        this.products = products;
        this.rules = rules;
        this.time = time;
    }

    @PutMapping("/{block}")
    @Allow("catalog:write")
    @Operation(
            summary = "Block versions",
            description =
                    "For all licenses of the product, from effectiveAt on. The name is your own, such as that of an advisory.")
    @ApiResponse(responseCode = "201", description = "It is new")
    @ApiResponse(responseCode = "200", description = "It was there, and is now as sent")
    ResponseEntity<BlockView> put(
            Caller by,
            @PathVariable String product,
            @PathVariable String block,
            @RequestBody BlockRequest body,
            HttpServletRequest request) {
        Product of = products.get(product);
        RuleBook.Outcome outcome =
                rules.put(by, of.id(), KIND, block, body::rule, revision -> ETags.match(request, revision));
        BlockView view = view(outcome.rule());
        long revision = outcome.rule().revision();
        return outcome.isNew()
                ? ETags.created("/v1/products/" + of.code() + "/blocks/" + view.name(), view, revision)
                : ETags.ok(view, revision);
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List the blocks of a product")
    Page<BlockView> list(@PathVariable String product, Paging paging) {
        UUID of = products.get(product).id();
        return Page.of(rules.list(of, KIND, paging), paging, VersionRule::id, this::view);
    }

    @GetMapping("/{block}")
    @Allow("catalog:read")
    @Operation(summary = "Read a block by name or id")
    ResponseEntity<BlockView> get(@PathVariable String product, @PathVariable String block) {
        VersionRule rule = rules.get(products.get(product).id(), KIND, block);
        BlockView view = view(rule);
        return ETags.ok(view, rule.revision(), view.toString());
    }

    @DeleteMapping("/{block}")
    @Allow("catalog:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a block")
    void end(Caller by, @PathVariable String product, @PathVariable String block, HttpServletRequest request) {
        UUID of = products.get(product).id();
        rules.end(by, of, KIND, block, revision -> ETags.match(request, revision));
    }

    private BlockView view(VersionRule rule) {
        return BlockView.of(rule, time.instant());
    }
}
