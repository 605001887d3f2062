package dev.licet.signing;

import dev.licet.core.json.Json;
import dev.licet.core.token.Jws;
import dev.licet.core.token.Signatory;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs with the server's current keys. */
@Component
public final class Signer {
    private final KeyRing ring;
    private final Horizons horizons;

    Signer(KeyRing ring, Horizons horizons) {
        this.ring = ring;
        this.horizons = horizons;
    }

    /** The name of the current key in the key set, and in the header of every token. */
    public String kid() {
        return ring.current(SigningKey.ALGORITHM).kid();
    }

    /**
     * A compact JWS (RFC 7515) of the claims, signed with EdDSA (RFC 8037).
     *
     * @param header what the header says besides {@code alg} and {@code kid}, such as {@code typ}
     * @param claims plain values as {@link Json#write} takes them; without {@code exp} they are good for ever
     */
    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        Instant until = claims.get("exp") instanceof Number exp ? Instant.ofEpochSecond(exp.longValue()) : null;
        Signatory by = signatory(SigningKey.ALGORITHM, until);
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("alg", by.algorithm());
        whole.putAll(header);
        whole.put("kid", by.kid());
        return Jws.sign(whole, claims, by.signer());
    }

    /**
     * The current keys of some algorithms, for what is signed in another form.
     *
     * @param algorithms {@code EdDSA} or {@code ML-DSA-65}
     * @param until the end of what is signed; null for none
     */
    public List<Signatory> signatories(Collection<String> algorithms, @Nullable Instant until) {
        return algorithms.stream().map(algorithm -> signatory(algorithm, until)).toList();
    }

    private Signatory signatory(String algorithm, @Nullable Instant until) {
        Signatory by = ring.current(algorithm);
        horizons.cover(by.kid(), until);
        return by;
    }
}
