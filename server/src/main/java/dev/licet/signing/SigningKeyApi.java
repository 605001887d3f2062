package dev.licet.signing;

import dev.licet.core.time.Span;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Keys")
class SigningKeyApi {
    private static final Span WEEK = Span.parse("P7D");
    private static final Span LONGEST = Span.parse("P1Y");

    private final SigningKeys keys;

    SigningKeyApi(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * A key to be made.
     *
     * @param algorithm EdDSA when absent
     * @param overlap how long it is announced before it signs; P7D when absent
     */
    record Rotation(@Nullable String algorithm, @Nullable Span overlap) {
        void check() {
            new Checks()
                    .that(
                            "/algorithm",
                            algorithm == null || SigningKeyStore.ALGORITHMS.contains(algorithm),
                            "must be one of " + String.join(", ", SigningKeyStore.ALGORITHMS))
                    .that("/overlap", overlap == null || overlap.compareTo(LONGEST) <= 0, "must be at most a year")
                    .done();
        }
    }

    /** @param reason stands in the history */
    record Removal(@Nullable String reason) {
        void check() {
            new Checks().text("/reason", reason, 1, 500).done();
        }
    }

    @GetMapping("/v1/signing-keys")
    @Allow("signing:read")
    @Operation(summary = "List the signing keys", description = "All there ever were, the current ones first.")
    Page<SigningKeyView> list() {
        return new Page<>(keys.all().stream().map(SigningKeyView::of).toList(), null);
    }

    @PostMapping("/v1/signing-keys")
    @Allow("signing:write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Rotate a signing key",
            description =
                    "Announces a new key, which signs after the overlap; the old one verifies until all it signed has ended.")
    SigningKeyView rotate(Caller by, @RequestBody Rotation body) {
        body.check();
        return SigningKeyView.of(keys.announce(
                by,
                Objects.requireNonNullElse(body.algorithm(), SigningKey.ALGORITHM),
                Objects.requireNonNullElse(body.overlap(), WEEK)));
    }

    @PutMapping("/v1/signing-keys/{kid}/removal")
    @Allow("signing:write")
    @Operation(
            summary = "Remove a signing key that somebody else may have",
            description =
                    "Nothing that it signed is trusted any more by programs that read the key set; a new key signs at once.")
    SigningKeyView remove(Caller by, @PathVariable String kid, @RequestBody Removal body) {
        body.check();
        return SigningKeyView.of(keys.remove(by, kid, body.reason()));
    }

    @GetMapping("/v1/signing-roots")
    @Allow("signing:read")
    @Operation(summary = "List the root keys", description = "The current one first: build it into your programs.")
    Page<RootView> roots() {
        return new Page<>(keys.allRoots().stream().map(RootView::of).toList(), null);
    }

    @PostMapping("/v1/signing-roots")
    @Allow("signing:write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Replace the root key",
            description = "The old root says which takes its place, so that programs that know the old one follow.")
    RootView replaceRoot(Caller by) {
        return RootView.of(keys.replaceRoot(by));
    }
}
