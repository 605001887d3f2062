package dev.licet.sdk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of the licence at one instant. A value: ask {@link LicetClient#license()} again for a later one.
 *
 * @param valid whether the program may run
 * @param code why
 * @param codeText the same as text; tells more than {@code code} when that is {@link Code#UNKNOWN}
 * @param detail the reason in one sentence, for a person
 * @param state where the licence stands
 * @param id the licence's id, {@code lic_…}
 * @param plan the code of the plan whose features it has
 * @param expiresAt the end of its term, excluded; empty when it has none
 * @param graceUntil until when it may be used after the end of its term, excluded
 * @param daysLeft days to the end of its term, a begun day counting as one, 0 when it is over; empty when it has none
 * @param features the features by code: {@code Boolean}, {@code BigDecimal}, {@code String}, or a {@code Map} with
 *     {@code limit}, {@code period} and {@code overage}; none when it is not valid
 * @param warnings what a user should hear although it is valid
 * @param upgrade the way out when the program's version is the reason
 */
public record License(
        boolean valid,
        Code code,
        String codeText,
        String detail,
        LicenseState state,
        Optional<String> id,
        Optional<String> plan,
        Optional<Instant> expiresAt,
        Optional<Instant> graceUntil,
        OptionalInt daysLeft,
        Map<String, Object> features,
        List<Warning> warnings,
        Optional<Upgrade> upgrade) {

    public License {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        warnings = List.copyOf(warnings);
    }

    /** Whether a feature is included: a switch that is on, a number or limit that is not 0, a text that is not empty. */
    public boolean feature(String code) {
        return FeatureValues.included(features.get(code));
    }

    /**
     * A number such as the greatest count of something, or the limit per period of a metered feature, rounded down. Empty
     * when the feature is not in the licence or is no number; {@link Long#MAX_VALUE} when it is metered without limit.
     */
    public OptionalLong limit(String code) {
        return FeatureValues.limit(features.get(code));
    }

    /** A text such as the level of support; empty when the feature is not in the licence or is no text. */
    public Optional<String> text(String code) {
        return features.get(code) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The same with a further warning. */
    License with(Warning warning) {
        List<Warning> all = new ArrayList<>(warnings);
        all.add(warning);
        return new License(
                valid,
                code,
                codeText,
                detail,
                state,
                id,
                plan,
                expiresAt,
                graceUntil,
                daysLeft,
                features,
                all,
                upgrade);
    }

    /** The same licence when it permits nothing. */
    License refused(String newCode, String newDetail) {
        return new License(
                false,
                Code.of(newCode),
                newCode,
                newDetail,
                state,
                id,
                plan,
                expiresAt,
                graceUntil,
                daysLeft,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** Whether a program that was told of the other needs to be told of this one. */
    boolean tellsTheSameAs(License other) {
        return valid == other.valid
                && codeText.equals(other.codeText)
                && state == other.state
                && plan.equals(other.plan)
                && expiresAt.equals(other.expiresAt)
                && features.equals(other.features);
    }
}
