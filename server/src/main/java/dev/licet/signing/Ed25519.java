package dev.licet.signing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ed25519 (RFC 8032) by one provider, chosen at the start: native code where the platform has it, BouncyCastle
 * elsewhere. The provider is passed to each call and never registered, so that nothing else in the process changes.
 */
final class Ed25519 {
    private static final Logger LOG = LoggerFactory.getLogger(Ed25519.class);

    /** RFC 8032, 7.1, test 2: secret key in PKCS #8, message, signature. */
    private static final byte[] KNOWN_KEY = hex(
            "302e020100300506032b657004220420" + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private static final byte[] KNOWN_MESSAGE = hex("72");
    private static final byte[] KNOWN_SIGNATURE = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    private final Provider provider;

    Ed25519(Provider provider) {
        this.provider = provider;
    }

    static Ed25519 fastest() {
        Provider corretto = corretto();
        var chosen = new Ed25519(corretto != null ? corretto : new BouncyCastleProvider());
        LOG.info("Ed25519 signatures by {}", chosen.provider.getInfo());
        return chosen;
    }

    Provider provider() {
        return provider;
    }

    PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519", provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key cannot be read by " + provider.getName(), e);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519", provider);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with Ed25519 failed", e);
        }
    }

    /** Ed25519 is deterministic, so one known answer shows that the provider works on this machine. */
    void selfTest() {
        if (!Arrays.equals(sign(privateKey(KNOWN_KEY), KNOWN_MESSAGE), KNOWN_SIGNATURE)) {
            throw new IllegalStateException(provider.getName() + " gives a wrong Ed25519 signature");
        }
    }

    private static @Nullable Provider corretto() {
        try {
            // Off by default; without it a key is translated anew for each signature, which costs three times the
            // signing.
            System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
            var corretto = new AmazonCorrettoCryptoProvider();
            corretto.assertHealthy();
            new Ed25519(corretto).selfTest();
            return corretto;
        } catch (RuntimeException | LinkageError e) {
            LOG.info("No native Ed25519 on this platform: {}", e.toString());
            return null;
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
