package dev.licet.licensing;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.id.Uuid7;
import dev.licet.core.key.LicenseKey;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code validations}: the log of every question and its answer. */
@Repository
class ValidationStore {
    static final String INSERT = """
            insert into validations (id, at, license_id, key_hint, code, product, fingerprint, user_name, app_version,
                                     address, request_id)
            values (:id, :at, :license, :hint, :code, :product, :fingerprint, :user, :version, :address, :request)
            """;

    static final Where LIST = Where.list("select * from validations v", "v.id")
            .filter("license", "v.license_id = :license")
            .filter("code", "v.code = :code")
            .filter("since", "v.at >= :since")
            .filter("until", "v.at < :until");

    private final JdbcClient jdbc;

    ValidationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param found null when no licence has the key, which is logged all the same */
    void insert(
            FactsStore.@Nullable Found found,
            Optional<LicenseKey> key,
            Question question,
            Code code,
            Origin origin,
            Instant now) {
        jdbc.sql(INSERT)
                .param("id", Uuid7.next())
                .param("at", Sql.time(now))
                .param("license", found == null ? null : found.license().id())
                .param("hint", key.map(LicenseKey::hint).orElse(null))
                .param("code", code.name())
                .param("product", question.product())
                .param(
                        "fingerprint",
                        question.device() == null ? null : question.device().fingerprint())
                .param("user", question.user())
                .param(
                        "version",
                        question.version() == null ? null : question.version().toString())
                .param("address", origin.address())
                .param("request", origin.requestId())
                .update();
    }

    List<LoggedValidation> list(ValidationFilter filter, Paging paging) {
        return LIST.with("license", filter.license())
                .with("code", filter.code() == null ? null : filter.code().name())
                .with("since", Sql.timeOrNull(filter.from()))
                .with("until", Sql.timeOrNull(filter.to()))
                .page(jdbc, paging)
                .query(ValidationStore::read)
                .list();
    }

    private static LoggedValidation read(ResultSet row, int number) throws SQLException {
        return new LoggedValidation(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                row.getObject("license_id", UUID.class),
                row.getString("key_hint"),
                Code.valueOf(row.getString("code")),
                row.getString("product"),
                row.getString("fingerprint"),
                row.getString("user_name"),
                row.getString("app_version"),
                row.getString("address"),
                row.getString("request_id"));
    }
}
