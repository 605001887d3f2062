package dev.licet.sdk;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.KeySet;
import dev.licet.core.token.MlDsa65;
import dev.licet.core.token.SignatureVerifier;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a program is built with, and what it asks of files that are signed with them. */
final class KeyRing {

    private static final Set<String> ALGORITHMS = Set.of("EdDSA", MlDsa65.ALGORITHM);

    private final Map<String, SignatureVerifier> keys = new LinkedHashMap<>();
    private final Map<String, SignatureVerifier> roots = new LinkedHashMap<>();
    private Set<String> algorithms = Set.of("EdDSA");
    private boolean ownMlDsa;

    /** A verifier of the program's own stays the one for its key. */
    void add(String jwks) {
        Map<String, SignatureVerifier> read = KeySet.parse(jwks).keys();
        if (read.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key set has no Ed25519 key: give what the server's /.well-known/jwks.json says.");
        }
        read.forEach(keys::putIfAbsent);
    }

    void add(byte[] ed25519) {
        PublicKey key = Ed25519.publicKey(ed25519);
        keys.put(Ed25519.thumbprint(key), Ed25519.verifier(key));
    }

    void add(String id, SignatureVerifier verifier) {
        keys.put(id, verifier);
        ownMlDsa |= verifier.algorithm().equals(MlDsa65.ALGORITHM);
    }

    void addRoot(byte[] ed25519) {
        PublicKey key = Ed25519.publicKey(ed25519);
        roots.put(Ed25519.thumbprint(key), Ed25519.verifier(key));
    }

    void demand(Set<String> names) {
        if (names.isEmpty() || !ALGORITHMS.containsAll(names)) {
            throw new IllegalArgumentException("Give one or both of " + new TreeSet<>(ALGORITHMS));
        }
        algorithms = names;
    }

    Map<String, SignatureVerifier> keys() {
        return Map.copyOf(keys);
    }

    Map<String, SignatureVerifier> roots() {
        return Map.copyOf(roots);
    }

    Set<String> algorithms() {
        return algorithms;
    }

    /** @throws IllegalStateException when no file could ever be believed */
    void check() {
        if (keys.isEmpty() && roots.isEmpty()) {
            throw new IllegalStateException("Give the server's public keys: keys(jwks), key(bytes) or root(bytes)");
        }
        if (algorithms.contains(MlDsa65.ALGORITHM) && !MlDsa65.isAvailable() && !ownMlDsa) {
            throw new IllegalStateException("This Java cannot verify " + MlDsa65.ALGORITHM
                    + ", which the program asks for: use Java 24 or newer, or give key(id, verifier)");
        }
    }
}
