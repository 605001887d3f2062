package dev.licet.offline;

import dev.licet.core.id.TypeId;
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

/** The table {@code license_files}. */
@Repository
class FileStore {
    static final String INSERT = """
            insert into license_files (id, license_id, device_id, fingerprint, user_name, seat_id, issued_at, expires_at,
                                       algorithms, encrypted, actor, address, request_id)
            values (:id, :license, :device, :fingerprint, :user,
                    (select u.id from license_users u where u.license_id = :license and lower(u.email) = lower(:user::text)),
                    :issuedAt, :expiresAt, :algorithms, :encrypted, :actor, :address, :request)
            """;

    private static final String SELECT = """
            select f.*, d.name as device_name, l.revoked_at as license_revoked_at, l.suspended_at as license_suspended_at,
                   c.id as customer_id, c.name as customer_name, c.email as customer_email
            from license_files f
            join licenses l on l.id = f.license_id
            left join devices d on d.id = f.device_id
            left join customers c on c.id = l.customer_id
            """;

    static final String FIND = SELECT + "where f.id = :id";

    static final Where LIST = Where.list(SELECT, "f.id").always("f.license_id = :license");

    static final String GIVE_UP = "update license_files set given_up_at = :now where id = :id and given_up_at is null";

    static final String REVOKE = """
            update license_files set revoked_at = :now, revocation_reason = :reason where id = :id and revoked_at is null
            """;

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FileRecord file) {
        jdbc.sql(INSERT)
                .param("id", file.id())
                .param("license", file.license())
                .param("device", file.device())
                .param("fingerprint", file.fingerprint())
                .param("user", file.user())
                .param("issuedAt", Sql.time(file.issuedAt()))
                .param("expiresAt", Sql.time(file.expiresAt()))
                .param("algorithms", file.algorithms().toArray(String[]::new))
                .param("encrypted", file.encrypted())
                .param("actor", file.actor())
                .param("address", file.address())
                .param("request", file.requestId())
                .update();
    }

    Optional<Traced> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(FileStore::read).optional();
    }

    List<Traced> list(UUID license, Paging paging) {
        return LIST.with("license", license)
                .page(jdbc, paging)
                .query(FileStore::read)
                .list();
    }

    /** Whether it had not been given up before. */
    boolean giveUp(UUID id, Instant now) {
        return jdbc.sql(GIVE_UP).param("id", id).param("now", Sql.time(now)).update() == 1;
    }

    /** Whether it had not been revoked before. */
    boolean revoke(UUID id, @Nullable String reason, Instant now) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    private static Traced read(ResultSet row, int number) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        return new Traced(
                file(row),
                row.getString("device_name"),
                row.getString("withdrawal"),
                Sql.instantOrNull(row, "license_revoked_at"),
                Sql.instantOrNull(row, "license_suspended_at"),
                customer == null
                        ? null
                        : new Traced.Person(
                                new TypeId("cust", customer).toString(),
                                row.getString("customer_name"),
                                row.getString("customer_email")));
    }

    private static FileRecord file(ResultSet row) throws SQLException {
        return new FileRecord(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                row.getObject("device_id", UUID.class),
                row.getString("fingerprint"),
                row.getString("user_name"),
                row.getObject("seat_id", UUID.class),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "expires_at"),
                List.of((String[]) row.getArray("algorithms").getArray()),
                row.getBoolean("encrypted"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("request_id"),
                Sql.instantOrNull(row, "given_up_at"),
                Sql.instantOrNull(row, "revoked_at"),
                row.getString("revocation_reason"));
    }
}
