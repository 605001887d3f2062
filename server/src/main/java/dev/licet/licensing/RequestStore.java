package dev.licet.licensing;

import dev.licet.core.json.Json;
import dev.licet.core.key.LicenseKey;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code license_requests} and {@code license_request_licenses}. */
@Repository
class RequestStore {
    static final String BY_ID = "select * from license_requests where id = :id";

    static final String LOCK = "select * from license_requests where id = :id for update";

    static final Where LIST = Where.list("select * from license_requests r", "r.id")
            .filter("state", "r.state = :state")
            .filter("customer", "r.customer_id = :customer")
            .filter("plan", "r.plan_id = :plan")
            .filter("email", "lower(r.requester_email) = lower(:email)");

    static final String INSERT = """
            insert into license_requests (id, state, plan_id, customer_id, requester_name, requester_email, reason, quantity,
                                          policy_overrides, feature_overrides, made_by, made_at)
            values (:id, 'open', :plan, :customer, :name, :email, :reason, :quantity,
                    :policy::jsonb, :features::jsonb, :madeBy, :madeAt)
            """;

    static final String DECIDE = """
            update license_requests
            set state = :state, decided_by = :by, decided_at = :at, note = :note, version = version + 1
            where id = :id and state = 'open'
            """;

    static final String LINK = """
            insert into license_request_licenses (request_id, number, license_id)
            select :request::uuid, l.number, l.id from unnest(:licenses::uuid[]) with ordinality l (id, number)
            """;

    static final String LICENSES = """
            select l.id, l.key_prefix, l.key_hint
            from license_request_licenses r join licenses l on l.id = r.license_id
            where r.request_id = :id
            order by r.number
            """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RequestRecord> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(RequestStore::read).optional();
    }

    /** Held until the end of the transaction, so that one decision is made. */
    Optional<RequestRecord> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(RequestStore::read).optional();
    }

    List<RequestRecord> list(RequestFilter filter, Paging paging) {
        return LIST.with(
                        "state",
                        filter.state() == null ? null : filter.state().name().toLowerCase(Locale.ROOT))
                .with("customer", filter.customer())
                .with("plan", filter.plan())
                .with("email", filter.email())
                .page(jdbc, paging)
                .query(RequestStore::read)
                .list();
    }

    void insert(RequestRecord request) {
        jdbc.sql(INSERT)
                .param("id", request.id())
                .param("plan", request.planId())
                .param("customer", request.customerId())
                .param("name", request.requester().name())
                .param("email", request.requester().email())
                .param("reason", request.reason())
                .param("quantity", request.quantity())
                .param("policy", Json.write(request.overrides().policy()))
                .param("features", Json.write(request.overrides().features()))
                .param("madeBy", request.madeBy())
                .param("madeAt", Sql.time(request.madeAt()))
                .update();
    }

    void decide(RequestRecord request) {
        jdbc.sql(DECIDE)
                .param("id", request.id())
                .param("state", request.state())
                .param("by", request.decidedBy())
                .param("at", Sql.timeOrNull(request.decidedAt()))
                .param("note", request.note())
                .update();
    }

    void link(UUID request, List<UUID> licenses) {
        jdbc.sql(LINK)
                .param("request", request)
                .param("licenses", licenses.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    List<RequestView.Issued> licenses(UUID request) {
        return jdbc.sql(LICENSES)
                .param("id", request)
                .query((row, number) -> new RequestView.Issued(
                        License.typeId(Sql.uuid(row, "id")),
                        LicenseKey.masked(row.getString("key_prefix"), row.getString("key_hint"))))
                .list();
    }

    private static RequestRecord read(ResultSet row, int number) throws SQLException {
        return new RequestRecord(
                Sql.uuid(row, "id"),
                row.getLong("version"),
                row.getString("state"),
                Sql.uuid(row, "plan_id"),
                row.getObject("customer_id", UUID.class),
                new RequestForm.Requester(row.getString("requester_name"), row.getString("requester_email")),
                row.getString("reason"),
                row.getInt("quantity"),
                new Overrides(LicenseRow.object(row, "policy_overrides"), LicenseRow.object(row, "feature_overrides")),
                row.getString("made_by"),
                Sql.instant(row, "made_at"),
                row.getString("decided_by"),
                Sql.instantOrNull(row, "decided_at"),
                row.getString("note"));
    }
}
