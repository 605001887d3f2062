package dev.licet.licensing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.licet.core.decision.Code;
import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Warning;
import dev.licet.core.json.Fields;
import dev.licet.core.policy.Features;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program.
 *
 * @param warnings what its user should hear although the answer is yes
 * @param features what it may use, by code; empty when it may not run
 * @param usage how its metered features stand, by code
 * @param upgrade the version to install, when the version is the reason
 * @param token the answer as a signed token to take along; null when it may not run
 */
record Validation(
        boolean valid,
        String code,
        String detail,
        List<Notice> warnings,
        @Nullable LicenseView license,
        Map<String, Object> features,
        Map<String, UsageBalance> usage,
        @Nullable Upgrade upgrade,
        Instant validatedAt,
        @Nullable String nonce,
        @Nullable String token) {

    /**
     * Something to hear.
     *
     * @param daysLeft until it gets worse, a begun day counting as one
     * @param upgrade the way out, when it is about the version
     */
    @Schema(name = "Warning")
    record Notice(
            String code,
            String level,
            String detail,
            @Nullable Integer daysLeft,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Upgrade upgrade) {

        static Notice of(Warning warning) {
            return new Notice(
                    warning.code().name(),
                    Fields.camelCase(warning.level()),
                    warning.detail(),
                    warning.daysLeft(),
                    Upgrade.of(warning.upgrade()));
        }
    }

    /**
     * The way out for a version.
     *
     * @param message what the vendor tells the users of the version
     * @param guide a page that says how to get to the other version
     * @param offer a page where what is needed for it can be had
     */
    record Upgrade(
            @Nullable String version,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String guide,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String offer) {

        static @Nullable Upgrade of(dev.licet.core.release.@Nullable Upgrade way) {
            return way == null
                    ? null
                    : new Upgrade(
                            way.version() == null ? null : way.version().toString(),
                            way.message(),
                            way.guide(),
                            way.offer());
        }
    }

    static Validation permitted(
            Decision.Permitted decision,
            LicenseView license,
            Map<String, UsageBalance> usage,
            Instant now,
            @Nullable String nonce,
            String token) {
        List<Notice> warnings = decision.warnings().stream().map(Notice::of).toList();
        Features features = decision.standing().features();
        return new Validation(
                true,
                Code.VALID.name(),
                decision.detail(),
                warnings,
                license,
                features.values(),
                usage,
                null,
                now,
                nonce,
                token);
    }

    static Validation refused(
            Decision.Refused decision,
            @Nullable LicenseView license,
            Map<String, UsageBalance> usage,
            Instant now,
            @Nullable String nonce) {
        return new Validation(
                false,
                decision.code().name(),
                decision.detail(),
                List.of(),
                license,
                Map.of(),
                usage,
                Upgrade.of(decision.upgrade()),
                now,
                nonce,
                null);
    }
}
