package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.core.token.LicenseToken;
import dev.licet.platform.Settings;
import dev.licet.signing.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs what a program may take with it: a licence token, good for the policy's offline time. */
@Component
class Tokens {
    private static final Map<String, Object> HEADER = Map.of("typ", "license+jwt");

    private final Signer signer;
    private final Settings settings;

    Tokens(Signer signer, Settings settings) {
        this.signer = signer;
        this.settings = settings;
    }

    String sign(
            License license,
            Facts.Term term,
            Standing standing,
            Question question,
            @Nullable String nonce,
            Instant now) {
        return signed(draft(
                license, term, standing, question, nonce, LicenseToken.expiry(license.policy(), standing, now), now));
    }

    /** Proves seats until their end. */
    String sign(
            License license,
            Facts.Term term,
            Standing standing,
            Question question,
            @Nullable String nonce,
            Instant end,
            Instant now) {
        return signed(draft(license, term, standing, question, nonce, end, now));
    }

    /** What a token would say, for what is signed in another form. */
    LicenseToken draft(
            License license,
            Facts.Term term,
            Standing standing,
            Question question,
            @Nullable String nonce,
            Instant end,
            Instant now) {
        return new LicenseToken(
                settings.publicUrl().toString(),
                license.typeId(),
                now.truncatedTo(ChronoUnit.SECONDS),
                end.truncatedTo(ChronoUnit.SECONDS),
                new TypeId("tok", Uuid7.next()).toString(),
                license.product(),
                question.device(),
                question.user(),
                standing.plan(),
                standing.state(),
                standing.features(),
                license.policy(),
                term,
                license.releases().about(question.version()),
                nonce);
    }

    private String signed(LicenseToken token) {
        return signer.sign(HEADER, token.claims());
    }
}
