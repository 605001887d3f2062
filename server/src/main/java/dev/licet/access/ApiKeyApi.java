package dev.licet.access;

import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Merge;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** API keys over HTTP. */
@RestController
@Tag(name = "API keys", description = "Keys for management calls, each with its scopes")
@RequestMapping("/v1/api-keys")
class ApiKeyApi {
    private final ApiKeys keys;
    private final ApiKeyStore store;
    private final Merge merge;

    ApiKeyApi(ApiKeys keys, ApiKeyStore store, Merge merge) {
        this.keys = keys;
        this.store = store;
        this.merge = merge;
    }

    @Allow("keys:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API key")
    ResponseEntity<ApiKeyView> make(Caller caller, @RequestBody ApiKeyRequest request) {
        ApiKeys.Made made = keys.make(caller, request.checked());
        return ETags.created("/v1/api-keys/" + made.key().ref(), ApiKeyView.of(made.key(), made.text()), 1);
    }

    @Allow("keys:read")
    @GetMapping
    @Operation(summary = "List API keys, newest first")
    Page<ApiKeyView> list(Paging paging) {
        return Page.of(store.page(paging), paging, ApiKey::id, ApiKeyView::of);
    }

    @Allow("keys:read")
    @GetMapping("/{id}")
    @Operation(summary = "Read an API key")
    ResponseEntity<ApiKeyView> read(@PathVariable String id) {
        ApiKey key = store.find(ApiKey.id(id)).orElseThrow(ApiKey::notFound);
        return ETags.ok(ApiKeyView.of(key), key.version(), String.valueOf(key.lastUsedAt()));
    }

    @Allow("keys:write")
    @PatchMapping("/{id}")
    @Operation(summary = "Change an API key")
    ResponseEntity<ApiKeyView> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode patch, HttpServletRequest request) {
        ApiKey changed = keys.change(caller, ApiKey.id(id), current -> {
            ETags.match(request, current.version());
            return merge.merge(ApiKeyRequest.of(current), patch, ApiKeyRequest.class)
                    .checked();
        });
        return ETags.ok(ApiKeyView.of(changed), changed.version(), String.valueOf(changed.lastUsedAt()));
    }

    @Allow("keys:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key")
    void revoke(Caller caller, @PathVariable String id, HttpServletRequest request) {
        keys.revoke(caller, ApiKey.id(id), current -> ETags.match(request, current.version()));
    }
}
