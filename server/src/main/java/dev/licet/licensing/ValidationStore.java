package dev.licet.licensing;

import dev.licet.core.decision.Code;
import dev.licet.core.decision.Question;
import dev.licet.core.id.Uuid7;
import dev.licet.core.key.LicenseKey;
import dev.licet.platform.LogSection;
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
                                     address, country, request_id)
            values (:id, :at, :license, :hint, :code, :product, :fingerprint, :user, :version, :address, :country, :request)
            """;

    static final Where LIST = Where.list("select * from validations v", "v.id")
            .filter("license", "v.license_id = :license")
            .filter("code", "v.code = :code")
            .filter("country", "v.country = :country")
            .filter("since", "v.at >= :since")
            .filter("until", "v.at < :until");

    /** A row as one line of JSON, the same for ever. */
    private static final String LINE = """
            jsonb_build_object(
                'id', v.id, 'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'license', v.license_id,
                'keyHint', v.key_hint, 'code', v.code, 'product', v.product, 'fingerprint', v.fingerprint,
                'user', v.user_name, 'version', v.app_version, 'address', v.address, 'requestId', v.request_id)::text as line
            """;

    static final String SECTION = """
            select count(*) as rows, (array_agg(s.id order by s.id desc))[1] as last,
                   encode(sha256(convert_to(
                       concat_ws(E'\\n', :previous::text, string_agg(s.line, E'\\n' order by s.id)), 'UTF8')), 'hex') as sha256
            from (
                select v.id,
            """ + LINE + """
                from validations v where v.id > :after and v.id <= :upTo order by v.id limit :limit) s
            """;

    static final String LINES =
            "select" + " " + LINE + "from validations v where v.license_id = :license order by v.id desc limit :limit";

    static final String SUMMARY = """
            select v.code, count(*) as times, min(v.at) as first, max(v.at) as last
            from validations v where v.license_id = :license group by v.code order by v.code
            """;

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
                .param("country", question.place().country())
                .param("request", origin.requestId())
                .update();
    }

    List<LoggedValidation> list(ValidationFilter filter, Paging paging) {
        return LIST.with("license", filter.license())
                .with("code", filter.code() == null ? null : filter.code().name())
                .with("country", filter.country())
                .with("since", Sql.timeOrNull(filter.from()))
                .with("until", Sql.timeOrNull(filter.to()))
                .page(jdbc, paging)
                .query(ValidationStore::read)
                .list();
    }

    /** The rows after one id up to another, at most so many, in one digest that continues the previous one. */
    LogSection section(UUID after, UUID upTo, String previous, long limit) {
        return jdbc.sql(SECTION)
                .param("after", after)
                .param("upTo", upTo)
                .param("previous", previous)
                .param("limit", limit)
                .query((row, number) ->
                        new LogSection(row.getObject("last", UUID.class), row.getLong("rows"), row.getString("sha256")))
                .single();
    }

    /** The last questions about a licence, the latest first, each as the line of JSON that its digest is made of. */
    List<String> lines(UUID license, int limit) {
        return jdbc.sql(LINES)
                .param("license", license)
                .param("limit", limit)
                .query((row, number) -> row.getString("line"))
                .list();
    }

    List<ValidationSummary> summary(UUID license) {
        return jdbc.sql(SUMMARY)
                .param("license", license)
                .query((row, number) -> new ValidationSummary(
                        row.getString("code"),
                        row.getLong("times"),
                        Sql.instant(row, "first"),
                        Sql.instant(row, "last")))
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
                row.getString("country"),
                row.getString("request_id"));
    }
}
