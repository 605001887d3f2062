package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The features of a plan or licence by their codes. As JSON: {@code true}, {@code 500}, {@code "gold"}, {@code {"limit":1000,
 * "period":"P1M","overage":"refuse"}}, or any of these with an end of its own: {@code {"value":true,"expiresAt":"2027-01-01T00:00:00Z"}}.
 *
 * @param grants in the order in which they were written
 */
public record Features(Map<String, FeatureGrant> grants) {
    /** None. */
    public static final Features NONE = new Features(Map.of());

    public Features {
        grants = Collections.unmodifiableMap(new LinkedHashMap<>(grants));
    }

    /**
     * Reads features.
     *
     * @throws dev.licet.core.json.InvalidFields naming each bad one
     */
    public static Features read(Map<String, ? extends @Nullable Object> json) {
        Fields fields = Fields.of(json);
        Features features = read(fields);
        fields.done();
        return features;
    }

    /** Reads features as a part of a larger document. */
    public static Features read(Fields json) {
        Map<String, FeatureGrant> grants = new LinkedHashMap<>();
        for (String code : json.names()) {
            FeatureGrant grant = grant(json, code);
            if (grant != null) {
                grants.put(code, grant);
            }
        }
        return new Features(grants);
    }

    /** These features with others laid over them, one by one. */
    public Features with(Features overrides) {
        Map<String, FeatureGrant> merged = new LinkedHashMap<>(grants);
        merged.putAll(overrides.grants);
        return new Features(merged);
    }

    /** The features whose grants have not ended. */
    public Features at(Instant now) {
        Map<String, FeatureGrant> running = new LinkedHashMap<>();
        grants.forEach((code, grant) -> {
            if (grant.runsAt(now)) {
                running.put(code, grant);
            }
        });
        return new Features(running);
    }

    /** Whether a program that asks for the feature is told yes. */
    public boolean include(String code) {
        FeatureGrant grant = grants.get(code);
        return grant != null && grant.value().included();
    }

    /** The features as JSON, each with its end if it has one. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        grants.forEach((code, grant) -> map.put(code, grant.toJson()));
        return map;
    }

    /** The features as JSON, values only, as a program reads them. */
    public Map<String, Object> values() {
        Map<String, Object> map = new LinkedHashMap<>();
        grants.forEach((code, grant) -> map.put(code, grant.value().toJson()));
        return map;
    }

    private static @Nullable FeatureGrant grant(Fields json, String code) {
        Object raw = json.any(code);
        if (!(raw instanceof Map<?, ?> map) || !map.containsKey("value")) {
            FeatureValue value = value(json, code);
            return value == null ? null : new FeatureGrant(value, null);
        }
        Fields wrapper = Objects.requireNonNull(json.object(code));
        FeatureValue value = value(wrapper, "value");
        Instant expiresAt = wrapper.instant("expiresAt");
        wrapper.noOthers();
        return value == null ? null : new FeatureGrant(value, expiresAt);
    }

    private static @Nullable FeatureValue value(Fields json, String name) {
        Object raw = json.any(name);
        if (raw instanceof Boolean on) {
            return new FeatureValue.Switch(on);
        } else if (raw instanceof String) {
            String text = json.text(name);
            return text == null ? null : new FeatureValue.Text(text);
        } else if (raw instanceof Map<?, ?>) {
            return MeteredJson.read(Objects.requireNonNull(json.object(name)));
        } else if (raw != null) {
            BigDecimal number = json.amount(name);
            return number == null ? null : new FeatureValue.Amount(number);
        }
        json.fail(name, "Give true or false, a number, a text, or a limit with its period.");
        return null;
    }
}
