package dev.licet.licensing;

import dev.licet.core.decision.Question;
import dev.licet.core.version.Version;
import dev.licet.platform.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every call of a licensed program tells of itself. */
public final class ProgramRequest {
    private ProgramRequest() {}

    /**
     * The question in them.
     *
     * @throws dev.licet.platform.Problem 422 with everything that is wrong, and what the checks have found before
     */
    public static Question question(
            Checks checks,
            @Nullable String product,
            @Nullable DeviceRequest device,
            @Nullable String user,
            @Nullable String version,
            @Nullable List<String> features) {
        if (device != null) {
            device.check(checks);
        }
        List<String> asked = features == null ? List.of() : features;
        Version parsed = version(checks, version);
        checks.text("/product", product, 0, 100)
                .text("/user", user, 0, 254)
                .that(
                        "/features",
                        asked.size() <= 100 && asked.stream().allMatch(each -> each != null && each.length() <= 64),
                        "must be at most 100 codes of at most 64 characters")
                .done();
        return new Question(product, device == null ? null : device.device(), user, parsed, asked);
    }

    static @Nullable Version version(Checks checks, @Nullable String version) {
        try {
            return version == null ? null : Version.parse(version);
        } catch (IllegalArgumentException e) {
            checks.that("/version", false, "must be numbers with dots, such as 2.3.1 or 3.0.0-beta.2");
            return null;
        }
    }
}
