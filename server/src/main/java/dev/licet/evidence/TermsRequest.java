package dev.licet.evidence;

import dev.licet.catalog.Product;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Checks;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of terms as a caller gives it: with its text, or with an address and the digest of what stands there.
 *
 * @param effectiveAt default: now
 * @param product id or code of the only product it is for
 */
record TermsRequest(
        @Nullable String code,
        @Nullable String version,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        @Nullable String sha256,
        @Nullable Instant effectiveAt,
        @Nullable String product) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_TEXT = 500_000;

    Terms checked(@Nullable Product product, Instant now) {
        new Checks()
                .that(
                        "/code",
                        code != null && CODE.matcher(code).matches(),
                        "must be 1 to 64 small letters, digits or hyphens, starting with a letter, such as eula")
                .text("/version", version, 1, 40)
                .text("/title", title, 1, 200)
                .text("/text", text, 0, MAX_TEXT)
                .that("/text", (text == null) != (url == null), "give either the text, or url and sha256")
                .that("/text", text == null || !text.isBlank(), "must not be empty")
                .that("/url", url == null || isWeb(url), "must be an address that begins with https:// or http://")
                .that(
                        "/sha256",
                        sha256 == null ? url == null : DIGEST.matcher(sha256).matches(),
                        "must be the SHA-256 digest of what stands at url: 64 small hexadecimal digits")
                .that(
                        "/sha256",
                        sha256 == null || text == null || sha256.equals(Digests.sha256(text)),
                        "is not the digest of text; leave it out, and it is taken from the text")
                .done();
        return new Terms(
                Uuid7.next(),
                Objects.requireNonNull(code),
                Objects.requireNonNull(version),
                Objects.requireNonNull(title),
                text,
                url,
                text == null ? Objects.requireNonNull(sha256) : Digests.sha256(text),
                effectiveAt == null ? now : effectiveAt,
                product == null ? null : product.id(),
                now);
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= 2000
                    && uri.getHost() != null
                    && uri.getScheme().matches("https?");
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
