package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of terms as it is answered. */
@Schema(name = "Terms")
record TermsView(
        String id,
        String code,
        String version,
        String title,
        @Nullable String text,
        @Nullable String url,
        String sha256,
        Instant effectiveAt,
        @Nullable String product,
        Instant createdAt) {

    static TermsView of(Terms terms) {
        return new TermsView(
                terms.ref(),
                terms.code(),
                terms.version(),
                terms.title(),
                terms.body(),
                terms.url(),
                terms.sha256(),
                terms.effectiveAt(),
                terms.productId() == null ? null : new TypeId("prod", terms.productId()).toString(),
                terms.createdAt());
    }

    /** Without the text, as lists and events show it: the digest stands for it. */
    TermsView withoutText() {
        return new TermsView(id, code, version, title, null, url, sha256, effectiveAt, product, createdAt);
    }
}
