package dev.licet.signing;

import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys, as any JOSE library reads them (RFC 7517, RFC 8037). Retired keys stay: their tokens still run. */
@RestController
@Tag(name = "Keys", description = "The public keys that verify tokens")
class KeySetApi {
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final SigningKeyStore store;

    KeySetApi(SigningKeyStore store) {
        this.store = store;
    }

    record Key(String kty, String crv, String x, String kid, String alg, String use) {
        static Key of(byte[] publicKey) {
            return new Key(
                    "OKP",
                    "Ed25519",
                    SigningKey.base64(publicKey),
                    SigningKey.kid(publicKey),
                    SigningKey.ALGORITHM,
                    "sig");
        }
    }

    record KeySet(List<Key> keys) {}

    @Public
    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "Read the key set (JWKS)")
    ResponseEntity<KeySet> keys() {
        return ResponseEntity.ok().cacheControl(FIVE_MINUTES).body(set());
    }

    KeySet set() {
        return new KeySet(store.publicKeys().stream().map(Key::of).toList());
    }
}
