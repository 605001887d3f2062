package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.core.id.TypeId;
import dev.licet.core.json.Json;
import dev.licet.platform.Caller;
import dev.licet.platform.CsvRows;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Jobs;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the job that does something with many licences, or says what it would come to. */
@Service
class BulkActs {
    static final String KIND = "license.change";
    private static final int MOST_TRIED = 10_000;
    private static final int TRIED_AT_ONCE = 50;

    private final LicenseStore store;
    private final LicenseFilters filters;
    private final BulkChange change;
    private final Catalog catalog;
    private final Jobs jobs;
    private final InstantSource time;
    private final TransactionTemplate savepoint;

    BulkActs(
            LicenseStore store,
            LicenseFilters filters,
            BulkChange change,
            Catalog catalog,
            Jobs jobs,
            InstantSource time,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.filters = filters;
        this.change = change;
        this.catalog = catalog;
        this.jobs = jobs;
        this.time = time;
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /**
     * What would happen.
     *
     * @param matched how many licences are meant
     * @param succeeding how many of them would be changed, or are so already
     * @param failing how many would be refused, by the code of the refusal
     */
    @Schema(name = "BulkForecast")
    record Forecast(int matched, int succeeding, Map<String, Integer> failing) {}

    @Transactional
    Job start(Caller by, BulkAct act, BulkActRequest request) {
        BulkActRequest.Order order = checked(act, request);
        try (Stream<String> ids = ids(request)) {
            return jobs.start(by, KIND, order, ids.iterator());
        }
    }

    /** By a list that says for each row what is done. */
    @Transactional
    Job start(Caller by, BulkAct act, InputStream csv) {
        return jobs.start(by, KIND, BulkActRequest.Order.of(act), rows(act, csv));
    }

    @Transactional
    Forecast forecast(Caller by, BulkAct act, BulkActRequest request) {
        BulkActRequest.Order order = checked(act, request);
        try (Stream<String> ids = ids(request)) {
            return forecast(by, order, ids.iterator());
        }
    }

    @Transactional
    Forecast forecast(Caller by, BulkAct act, InputStream csv) {
        return forecast(by, BulkActRequest.Order.of(act), rows(act, csv));
    }

    /** Does it all and takes it back, a few at a time. */
    private Forecast forecast(Caller by, BulkActRequest.Order order, Iterator<String> inputs) {
        Map<String, Integer> failing = new TreeMap<>();
        int matched = 0;
        while (inputs.hasNext()) {
            List<String> some = new ArrayList<>();
            while (some.size() < TRIED_AT_ONCE && inputs.hasNext()) {
                some.add(inputs.next());
            }
            matched += some.size();
            if (matched > MOST_TRIED) {
                throw Problem.invalid(
                        "/dryRun",
                        "can try at most " + MOST_TRIED + " licenses; narrow the filter, or count with the list");
            }
            savepoint.executeWithoutResult(status -> {
                for (JobRow row : change.all(by, order, some)) {
                    if (row.code() != null) {
                        failing.merge(row.code(), 1, Integer::sum);
                    }
                }
                status.setRollbackOnly();
            });
        }
        int failed = failing.values().stream().mapToInt(Integer::intValue).sum();
        return new Forecast(matched, matched - failed, failing);
    }

    private static Iterator<String> rows(BulkAct act, InputStream csv) {
        return CsvRows.of(csv, act::isColumn, act.requiredColumns(), BulkIssueRequest.MOST);
    }

    private BulkActRequest.Order checked(BulkAct act, BulkActRequest request) {
        BulkActRequest.Order order = request.order(act);
        if (act == BulkAct.PLAN) {
            catalog.planIn(
                    "/plan",
                    order.plan(),
                    request.filter() == null ? null : request.filter().product());
        }
        return order;
    }

    /** As JSON, in the order in which they were given or found. */
    private Stream<String> ids(BulkActRequest request) {
        if (request.ids() != null) {
            return request.ids().stream().distinct().map(BulkActs::quoted);
        }
        LicenseFilter filter =
                filters.read(Objects.requireNonNull(request.filter()).parameters(request.fromVersion()));
        return store.ids(filter, time.instant()).map(id -> quoted(new TypeId(License.PREFIX, id).toString()));
    }

    private static String quoted(String id) {
        return Json.write(id.length() <= 100 ? id : id.substring(0, 100));
    }
}
