package dev.licet.licensing;

import dev.licet.core.decision.State;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of licences as CSV, as it comes from the database. */
@RestController
@Tag(name = "Bulk")
class ExportApi {
    private final LicenseStore store;
    private final LicenseFilters filters;
    private final BulkExport exports;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    ExportApi(
            LicenseStore store,
            LicenseFilters filters,
            BulkExport exports,
            TransactionTemplate transaction,
            InstantSource time) {
        this.store = store;
        this.filters = filters;
        this.exports = exports;
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
                    CsvAnswer csv = CsvAnswer.begin(response, "licenses.csv", ExportRow.HEADER)) {
                licenses.forEach(license -> csv.row(ExportRow.cells(license, now)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** @param filter those of the list; all when absent */
    @Schema(name = "ExportRequest")
    record Export(BulkActRequest.@Nullable Filter filter) {}

    @PostMapping("/v1/licenses/export")
    @Allow("licenses:read")
    @Operation(
            summary = "Export licenses by a job",
            description =
                    "For many: the answer is a job, whose result has the rows that the export in one go has. Keys are masked.")
    ResponseEntity<BulkApi.Made> start(Caller by, @RequestBody Export request) {
        return BulkApi.Made.of(exports.start(by, request.filter()));
    }
}
