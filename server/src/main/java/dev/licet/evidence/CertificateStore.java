package dev.licet.evidence;

import dev.licet.core.json.Json;
import dev.licet.core.key.CertificateNumber;
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

/** The table {@code certificates}. */
@Repository
class CertificateStore {
    static final String INSERT = """
            insert into certificates (id, number, license_id, customer_id, form, made_at, made_for, request_id, address,
                                      claims, token)
            values (:id, :number, :license, :customer, :form, :at, :for, :request, :address, :claims::jsonb, :token)
            """;

    static final String BY_NUMBER = "select * from certificates where number = :number";

    static final Where LIST = Where.list("select * from certificates c", "c.id").always("c.license_id = :license");

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Certificate certificate) {
        jdbc.sql(INSERT)
                .param("id", certificate.id())
                .param("number", certificate.number().body())
                .param("license", certificate.licenseId())
                .param("customer", certificate.customerId())
                .param("form", certificate.formName())
                .param("at", Sql.time(certificate.madeAt()))
                .param("for", certificate.madeFor())
                .param("request", certificate.requestId())
                .param("address", certificate.address())
                .param("claims", Json.write(certificate.claims()))
                .param("token", certificate.token())
                .update();
    }

    Optional<Certificate> find(CertificateNumber number) {
        return jdbc.sql(BY_NUMBER)
                .param("number", number.body())
                .query(CertificateStore::read)
                .optional();
    }

    List<Certificate> list(UUID license, Paging paging) {
        return LIST.with("license", license)
                .page(jdbc, paging)
                .query(CertificateStore::read)
                .list();
    }

    private static Certificate read(ResultSet row, int number) throws SQLException {
        return new Certificate(
                Sql.uuid(row, "id"),
                new CertificateNumber(row.getString("number")),
                Sql.uuid(row, "license_id"),
                row.getObject("customer_id", UUID.class),
                Certificate.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
                Sql.instant(row, "made_at"),
                row.getString("made_for"),
                row.getString("request_id"),
                row.getString("address"),
                Json.parseObject(row.getString("claims")),
                row.getString("token"));
    }
}
