package dev.licet.licensing;

import dev.licet.core.json.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A licence as a row of a list that people open in a spreadsheet, its key masked. */
final class ExportRow {
    static final List<String> HEADER = List.of(
            "id",
            "key",
            "state",
            "product",
            "plan",
            "planVersion",
            "customer",
            "issuedAt",
            "startsAt",
            "expiresAt",
            "devices",
            "users",
            "metadata");

    private ExportRow() {}

    static List<@Nullable String> cells(License license, Instant now) {
        LicenseView view = LicenseView.of(license, now);
        return Arrays.asList(
                view.id(),
                view.key(),
                view.state(),
                view.product(),
                view.plan(),
                Integer.toString(view.planVersion()),
                view.customer(),
                view.issuedAt().toString(),
                text(view.startsAt()),
                text(view.expiresAt()),
                Integer.toString(view.counts().devices()),
                Integer.toString(view.counts().users()),
                Json.write(view.metadata()));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
