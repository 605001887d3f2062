package dev.licet.licensing;

import dev.licet.platform.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a PATCH may change; everything else about a licence changes by a call of its own that has a rule of its own. */
record LicensePatch(@Nullable Overrides overrides, @Nullable Map<String, @Nullable Object> metadata) {

    static LicensePatch of(License license) {
        return new LicensePatch(
                license.contract().overrides(), license.contract().metadata());
    }

    Checks checks() {
        return new Checks().metadata("/metadata", metadata);
    }

    Overrides overridesOrNone() {
        return overrides == null ? Overrides.NONE : overrides;
    }

    Map<String, @Nullable Object> metadataOrNone() {
        return metadata == null ? Map.of() : metadata;
    }
}
