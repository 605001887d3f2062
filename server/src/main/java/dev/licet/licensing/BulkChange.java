package dev.licet.licensing;

import dev.licet.core.json.Fields;
import dev.licet.platform.Caller;
import dev.licet.platform.Job;
import dev.licet.platform.JobRow;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does something with one licence after the other, each under a savepoint: one that is refused is an outcome and stops no other.
 * They are taken in the order of their ids, so that two jobs never wait for each other.
 */
@Component
class BulkChange extends BulkWork {
    private final Lifecycle lifecycle;
    private final Licenses licenses;
    private final JsonMapper json;
    private final InstantSource time;
    private final TransactionTemplate savepoint;

    BulkChange(
            Lifecycle lifecycle,
            Licenses licenses,
            Keys keys,
            JsonMapper json,
            InstantSource time,
            PlatformTransactionManager transactions) {
        super(keys);
        this.lifecycle = lifecycle;
        this.licenses = licenses;
        this.json = json;
        this.time = time;
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    @Override
    public String kind() {
        return BulkActs.KIND;
    }

    /** Few, since programs that ask about these licences wait until the chunk is done. */
    @Override
    public int chunk() {
        return 50;
    }

    @Override
    public List<JobRow> run(Job job, Rows rows) {
        BulkActRequest.Order order = json.readValue(job.parameters(), BulkActRequest.Order.class);
        return all(job.caller(), order, rows.inputs());
    }

    /** @param inputs of the rows of a job */
    List<JobRow> all(Caller by, BulkActRequest.Order order, List<String> inputs) {
        @Nullable JobRow[] outcomes = new JobRow[inputs.size()];
        Map<Integer, BulkActRow> wanted = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                wanted.put(i, BulkActRow.read(order, inputs.get(i), json));
            } catch (Problem refused) {
                outcomes[i] = JobRow.bad(null, refused);
            }
        }
        wanted.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().id()))
                .forEach(each -> outcomes[each.getKey()] = one(by, each.getValue()));
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    private JobRow one(Caller by, BulkActRow row) {
        try {
            License after = Objects.requireNonNull(savepoint.execute(status -> change(by, row.order(), row.id())));
            return JobRow.good(
                    after.id(), Fields.camelCase(after.standing(time.instant()).state()));
        } catch (Problem refused) {
            return JobRow.bad(uuid(row.id()), refused);
        }
    }

    private License change(Caller by, BulkActRequest.Order order, String id) {
        return switch (order.act()) {
            case RENEWALS -> lifecycle.renew(by, id, order.term());
            case EXPIRY -> lifecycle.expiry(by, id, order.end());
            case SUSPENSION -> lifecycle.suspend(by, id, order.reason());
            case RESUMPTION -> lifecycle.resume(by, id, version -> {});
            case REVOCATION -> lifecycle.revoke(by, id, order.reason());
            case PLAN -> lifecycle.move(by, id, order.plan());
            case METADATA ->
                licenses.patch(by, id, json.createObjectNode().set("metadata", order.metadata()), version -> {});
        };
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return LicenseRecords.uuid(id);
        } catch (Problem noId) {
            return null;
        }
    }
}
