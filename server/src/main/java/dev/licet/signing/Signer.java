package dev.licet.signing;

import dev.licet.core.json.Json;
import dev.licet.core.token.Jws;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs tokens with the server's current key; the key is made at the first start and kept in memory. */
@Component
public final class Signer {
    private final Ed25519 ed25519;
    private final String kid;
    private final PrivateKey key;

    Signer(SigningKeyStore store, Ed25519 ed25519, InstantSource clock) {
        SigningKey current = store.current().orElseGet(() -> {
            store.addFirst(SigningKey.make(), clock.instant());
            return store.current().orElseThrow();
        });
        this.ed25519 = ed25519;
        this.kid = current.kid();
        this.key = ed25519.privateKey(current.privateKey());
    }

    /** The name of the current key in the key set, and in the header of every token. */
    public String kid() {
        return kid;
    }

    /**
     * A compact JWS (RFC 7515) of the claims, signed with EdDSA (RFC 8037).
     *
     * @param header what the header says besides {@code alg} and {@code kid}, such as {@code typ}
     * @param claims plain values as {@link Json#write} takes them
     */
    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("alg", SigningKey.ALGORITHM);
        whole.putAll(header);
        whole.put("kid", kid);
        return Jws.sign(whole, claims, input -> ed25519.sign(key, input));
    }
}
