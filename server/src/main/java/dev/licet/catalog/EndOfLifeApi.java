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
@RequestMapping("/v1/products/{product}/end-of-life")
@Tag(name = "Releases")
class EndOfLifeApi {
    private static final VersionRule.Kind KIND = VersionRule.Kind.END_OF_LIFE;

    private final Products products;
    private final RuleBook rules;
    private final InstantSource time;

    EndOfLifeApi(Products products, RuleBook rules, InstantSource time) {
        this.products = products;
        this.rules = rules;
        this.time = time;
    }

    @PutMapping("/{end}")
    @Allow("catalog:write")
    @Operation(
            summary = "Announce the end of versions",
            description =
                    "From noticeAt on users are told, from restrictedAt on no further device can be activated, from endsAt on the versions must not run. The name is your own.")
    @ApiResponse(responseCode = "201", description = "It is new")
    @ApiResponse(responseCode = "200", description = "It was there, and is now as sent")
    ResponseEntity<EndOfLifeView> put(
            Caller by,
            @PathVariable String product,
            @PathVariable String end,
            @RequestBody EndOfLifeRequest body,
            HttpServletRequest request) {
        Product of = products.get(product);
        RuleBook.Outcome outcome =
                rules.put(by, of.id(), KIND, end, body::rule, revision -> ETags.match(request, revision));
        EndOfLifeView view = view(outcome.rule());
        long revision = outcome.rule().revision();
        return outcome.isNew()
                ? ETags.created("/v1/products/" + of.code() + "/end-of-life/" + view.name(), view, revision)
                : ETags.ok(view, revision);
    }

    @GetMapping
    @Allow("catalog:read")
    @Operation(summary = "List the ends of life of a product")
    Page<EndOfLifeView> list(@PathVariable String product, Paging paging) {
        UUID of = products.get(product).id();
        return Page.of(rules.list(of, KIND, paging), paging, VersionRule::id, this::view);
    }

    @GetMapping("/{end}")
    @Allow("catalog:read")
    @Operation(summary = "Read an end of life by name or id")
    ResponseEntity<EndOfLifeView> get(@PathVariable String product, @PathVariable String end) {
        VersionRule rule = rules.get(products.get(product).id(), KIND, end);
        EndOfLifeView view = view(rule);
        return ETags.ok(view, rule.revision(), view.toString());
    }

    @DeleteMapping("/{end}")
    @Allow("catalog:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel an end of life")
    void end(Caller by, @PathVariable String product, @PathVariable String end, HttpServletRequest request) {
        UUID of = products.get(product).id();
        rules.end(by, of, KIND, end, revision -> ETags.match(request, revision));
    }

    private EndOfLifeView view(VersionRule rule) {
        return EndOfLifeView.of(rule, time.instant());
    }
}
