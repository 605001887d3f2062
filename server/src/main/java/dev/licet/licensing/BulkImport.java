package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.platform.Caller;
import dev.licet.platform.CsvRows;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Jobs;
import dev.licet.platform.Problem;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Licences from a list: a row each, with terms of its own. A row that is wrong is refused and stops no other. */
@Service
class BulkImport extends BulkWork {
    static final String KIND = "license.import";
    private static final Set<String> COLUMNS =
            Set.of("plan", "product", "customer", "email", "users", "startsAt", "expiresAt");
    private static final List<String> PREFIXES = List.of("metadata.", "policy.", "features.");

    private final Licenses licenses;
    private final LicenseStore store;
    private final IssueBatch batch;
    private final Catalog catalog;
    private final Jobs jobs;
    private final TransactionTemplate savepoint;

    BulkImport(
            Licenses licenses,
            LicenseStore store,
            IssueBatch batch,
            Catalog catalog,
            Jobs jobs,
            Keys keys,
            PlatformTransactionManager transactions) {
        super(keys);
        this.licenses = licenses;
        this.store = store;
        this.batch = batch;
        this.catalog = catalog;
        this.jobs = jobs;
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /** Reads the list to its end, and keeps it with the job. */
    @Transactional
    Job start(Caller by, InputStream csv) {
        CsvRows rows = CsvRows.of(csv, BulkImport::isColumn, Set.of("plan"), BulkIssueRequest.MOST);
        return jobs.start(by, KIND, Map.of(), rows);
    }

    private static boolean isColumn(String name) {
        return COLUMNS.contains(name)
                || PREFIXES.stream().anyMatch(prefix -> name.startsWith(prefix) && name.length() > prefix.length());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int chunk() {
        return 500;
    }

    @Override
    public List<JobRow> run(Job job, Rows rows) {
        @Nullable JobRow[] outcomes = new JobRow[rows.count()];
        Map<List<@Nullable String>, PlanVersion> plans = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        List<IssueBatch.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < rows.count(); i++) {
            try {
                LicenseRequest request = request(Cells.read(rows.inputs().get(i)));
                if (!request.usersOrNone().isEmpty()) {
                    outcomes[i] = alone(job, request);
                } else {
                    PlanVersion plan = plans.computeIfAbsent(
                            Arrays.asList(request.plan(), request.product()),
                            name -> catalog.planIn("plan", name.get(0), name.get(1)));
                    wanted.add(new IssueBatch.Wanted(licenses.draft(plan, request, job.createdAt()), plan.keyPrefix()));
                    places.add(i);
                }
            } catch (Problem refused) {
                outcomes[i] = JobRow.bad(null, refused);
            }
        }
        List<IssueBatch.Issued> issued = batch.issue(job.caller(), wanted, job.createdAt());
        for (int i = 0; i < issued.size(); i++) {
            outcomes[places.get(i)] = BulkIssue.row(issued.get(i), job.createdAt());
        }
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    /** With its seats, which may be refused. */
    private JobRow alone(Job job, LicenseRequest request) {
        License license = Objects.requireNonNull(savepoint.execute(status -> licenses.issue(job.caller(), request)))
                .license();
        JobRow row = JobRow.good(
                license.id(),
                dev.licet.core.json.Fields.camelCase(
                        license.standing(job.createdAt()).state()));
        return new JobRow(row.subject(), row.state(), null, null, store.sealedKey(license.id()));
    }

    private static LicenseRequest request(Cells cells) {
        return new LicenseRequest(
                cells.text("plan"),
                cells.text("product"),
                cells.text("customer"),
                users(cells.text("email"), cells.text("users")),
                new Overrides(cells.json("policy."), cells.json("features.")),
                cells.time("startsAt"),
                cells.time("expiresAt"),
                cells.texts("metadata."));
    }

    private static @Nullable List<String> users(@Nullable String one, @Nullable String more) {
        List<String> users = Stream.of(one, more)
                .filter(Objects::nonNull)
                .flatMap(cell -> Stream.of(cell.split("[;\\s]+", -1)))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return users.isEmpty() ? null : users;
    }
}
