package dev.licet.licensing;

import dev.licet.core.decision.State;
import dev.licet.core.json.Json;
import dev.licet.platform.Allow;
import dev.licet.platform.CsvAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of licences as CSV, as it comes from the database. */
@RestController
@Tag(name = "Bulk")
class ExportApi {
    private static final List<String> HEADER = List.of(
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

    private final LicenseStore store;
    private final LicenseFilters filters;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    ExportApi(LicenseStore store, LicenseFilters filters, TransactionTemplate transaction, InstantSource time) {
        this.store = store;
        this.filters = filters;
        this.transaction = transaction;
        this.time = time;
    }

    @GetMapping("/v1/licenses/export")
    @Allow("licenses:read")
    @Operation(summary = "Export licenses as CSV", description = "With the filters of the list. Keys are masked.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void export(
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String plan,
            @RequestParam @Nullable Integer planVersion,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable Instant expiresBefore,
            @RequestParam @Nullable Instant expiresAfter,
            @RequestParam @Nullable String q,
            HttpServletResponse response) {
        LicenseFilter filter = filters.read(new LicenseFilters.Parameters(
                customer, plan, product, state, kind, expiresBefore, expiresAfter, q, planVersion));
        Instant now = time.instant();
        transaction.executeWithoutResult(status -> {
            try (Stream<License> licenses = store.each(filter, now);
                    CsvAnswer csv = CsvAnswer.begin(response, "licenses.csv", HEADER)) {
                licenses.forEach(license -> csv.row(cells(LicenseView.of(license, now))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<@Nullable String> cells(LicenseView view) {
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
