package dev.licet.evidence;

import dev.licet.core.json.Json;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code terms_acceptances}. */
@Repository
class AcceptanceStore {
    static final String INSERT = """
            insert into terms_acceptances (id, license_id, terms_id, name, email, accepted_at, recorded_at, recorded_by,
                                           request_id, address, evidence)
            values (:id, :license, :terms, :name, :email, :acceptedAt, :recordedAt, :recordedBy,
                    :request, :address, :evidence::jsonb)
            """;

    static final Where LIST = Where.list("""
                    select a.id, a.license_id, a.name, a.email, a.accepted_at, a.recorded_at, a.recorded_by, a.request_id,
                           a.address, a.evidence, t.id as terms_id, t.code, t.version, t.title, t.sha256,
                           t.effective_at, t.product_id, t.created_at
                    from terms_acceptances a
                    join terms t on t.id = a.terms_id
                    """, "a.id").always("a.license_id = :license");

    private final JdbcClient jdbc;

    AcceptanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Acceptance acceptance) {
        jdbc.sql(INSERT)
                .param("id", acceptance.id())
                .param("license", acceptance.licenseId())
                .param("terms", acceptance.terms().id())
                .param("name", acceptance.name())
                .param("email", acceptance.email())
                .param("acceptedAt", Sql.time(acceptance.acceptedAt()))
                .param("recordedAt", Sql.time(acceptance.recordedAt()))
                .param("recordedBy", acceptance.recordedBy())
                .param("request", acceptance.requestId())
                .param("address", acceptance.address())
                .param("evidence", Json.write(acceptance.evidence()))
                .update();
    }

    List<Acceptance> list(UUID license, Paging paging) {
        return LIST.with("license", license)
                .page(jdbc, paging)
                .query(AcceptanceStore::read)
                .list();
    }

    private static Acceptance read(ResultSet row, int number) throws SQLException {
        Terms terms = new Terms(
                Sql.uuid(row, "terms_id"),
                row.getString("code"),
                row.getString("version"),
                row.getString("title"),
                null,
                null,
                row.getString("sha256"),
                Sql.instant(row, "effective_at"),
                row.getObject("product_id", UUID.class),
                Sql.instant(row, "created_at"));
        return new Acceptance(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                terms,
                row.getString("name"),
                row.getString("email"),
                Sql.instant(row, "accepted_at"),
                Sql.instant(row, "recorded_at"),
                row.getString("recorded_by"),
                row.getString("request_id"),
                row.getString("address"),
                Json.parseObject(row.getString("evidence")));
    }
}
