package dev.licet.core.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The thumbprint of a JWK (RFC 7638): the same key has the same name everywhere. */
final class Thumbprint {
    private Thumbprint() {}

    /** @param members the required members in lexicographic order, without white space */
    static String of(String members) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return Base64Url.encode(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
