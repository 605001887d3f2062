package dev.licet.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public keys, as any JOSE library reads them (RFC 7517, RFC 8037, RFC 9964): announced ones, so that they are known before they
 * sign, and retired ones until nothing that they signed is good any more.
 */
@RestController
@Tag(name = "Keys", description = "The public keys that verify tokens")
class KeySetApi {
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final SigningKeyStore store;
    private final KeyStatements statements;
    private final InstantSource time;

    KeySetApi(SigningKeyStore store, KeyStatements statements, InstantSource time) {
        this.store = store;
        this.statements = statements;
        this.time = time;
    }

    /** A key: Ed25519 with crv and x, ML-DSA-65 with pub. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(
            String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String pub,
            String kid,
            String alg,
            String use) {
        static Key of(KeyRow row) {
            String bytes = SigningKey.base64(row.publicKey());
            return row.algorithm().equals(SigningKey.ALGORITHM)
                    ? new Key("OKP", "Ed25519", bytes, null, row.kid(), row.algorithm(), "sig")
                    : new Key("AKP", null, null, bytes, row.kid(), row.algorithm(), "sig");
        }
    }

    record KeySet(List<Key> keys) {}

    @Public
    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "Read the key set (JWKS)")
    ResponseEntity<KeySet> keys() {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(set());
    }

    @Public
    @GetMapping(path = "/.well-known/license-keys", produces = "application/jose")
    @Operation(
            summary = "Read the key set, signed by the root key",
            description =
                    "A compact JWS of type license-keys+jwt: whoever knows the root by heart trusts what it says.")
    ResponseEntity<String> statement() {
        return ResponseEntity.ok()
                .cacheControl(FIVE_MINUTES)
                .contentType(MediaType.parseMediaType("application/jose"))
                .body(statements.current());
    }

    KeySet set() {
        return new KeySet(store.published(time.instant()).stream().map(Key::of).toList());
    }
}
