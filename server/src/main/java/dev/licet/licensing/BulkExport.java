package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import dev.licet.platform.Caller;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Jobs;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of licences as the result of a job: those that match when it is made, each as it is when its row is written. */
@Service
class BulkExport extends BulkWork {
    static final String KIND = "license.export";

    private final LicenseStore store;
    private final LicenseFilters filters;
    private final Jobs jobs;
    private final InstantSource time;

    BulkExport(LicenseStore store, LicenseFilters filters, Jobs jobs, Keys keys, InstantSource time) {
        super(keys);
        this.store = store;
        this.filters = filters;
        this.jobs = jobs;
        this.time = time;
    }

    @Transactional
    Job start(Caller by, BulkActRequest.@Nullable Filter filter) {
        LicenseFilter read = filters.read((filter == null ? BulkActRequest.Filter.NONE : filter).checked());
        try (Stream<UUID> ids = store.ids(read, time.instant())) {
            return jobs.start(
                    by,
                    KIND,
                    Map.of(),
                    ids.map(id -> Json.write(new TypeId(License.PREFIX, id).toString()))
                            .iterator());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int chunk() {
        return 1000;
    }

    /** Its keys are masked for everybody: whoever may start it need not be one who may see them. */
    @Override
    public boolean hasSecrets() {
        return false;
    }

    @Override
    public List<JobRow> run(Job job, Rows rows) {
        Instant now = time.instant();
        List<UUID> ids = rows.inputs().stream()
                .map(input -> LicenseRecords.uuid(String.valueOf(Json.parse(input))))
                .toList();
        Map<UUID, License> found =
                store.all(ids, now).stream().collect(Collectors.toMap(License::id, Function.identity()));
        return ids.stream()
                .map(id -> found.containsKey(id)
                        ? row(Objects.requireNonNull(found.get(id)), now)
                        : JobRow.bad(id, Problem.notFound("license")))
                .toList();
    }

    private static JobRow row(License license, Instant now) {
        String state = Fields.camelCase(license.standing(now).state());
        return new JobRow(license.id(), state, null, Json.write(ExportRow.cells(license, now)), null);
    }

    @Override
    public List<String> header() {
        return ExportRow.HEADER;
    }

    @Override
    public List<? extends @Nullable String> cells(int number, JobRow row, boolean reveals) {
        return row.detail() != null && Json.parse(row.detail()) instanceof List<?> cells
                ? cells.stream()
                        .map(cell -> cell == null ? null : cell.toString())
                        .toList()
                : List.of();
    }
}
