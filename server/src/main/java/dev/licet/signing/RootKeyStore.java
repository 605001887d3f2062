package dev.licet.signing;

import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code root_keys}. */
@Repository
class RootKeyStore {
    static final String CURRENT = "select public_key, sealed_private from root_keys where status = 'current'";

    static final String ADD_FIRST = """
            insert into root_keys (kid, public_key, sealed_private, status, created_at)
            values (:kid, :public, :sealed, 'current', :now)
            on conflict (status) where status = 'current' do nothing
            """;

    static final String RETIRE = "update root_keys set status = 'retired', retired_at = :now where status = 'current'";

    static final String SUCCEED = """
            insert into root_keys (kid, public_key, sealed_private, status, created_at, succession)
            values (:kid, :public, :sealed, 'current', :now, :succession)
            """;

    static final String SUCCESSIONS =
            "select succession from root_keys where succession is not null order by created_at, kid";

    static final String ROWS =
            "select kid, public_key, status, created_at, retired_at from root_keys order by created_at desc";

    private static final String PURPOSE = "root-key";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    RootKeyStore(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /** What is public of a root. */
    @SuppressWarnings("ArrayRecordComponent") // Read and published, never compared.
    record Row(
            String kid,
            byte[] publicKey,
            String status,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    /** The root, which the first start makes. */
    SigningKey current(Instant now) {
        List<SigningKey> found = find();
        if (found.isEmpty()) {
            added(ADD_FIRST, SigningKey.make(), now).update();
            found = find();
        }
        return found.getFirst();
    }

    private List<SigningKey> find() {
        return jdbc.sql(CURRENT)
                .query((row, n) ->
                        new SigningKey(SigningKey.ALGORITHM, row.getBytes(1), sealer.open(PURPOSE, row.getBytes(2))))
                .list();
    }

    /** @param succession what the root until now says of it */
    void replace(SigningKey next, String succession, Instant now) {
        jdbc.sql(RETIRE).param("now", Sql.time(now)).update();
        added(SUCCEED, next, now).param("succession", succession).update();
    }

    List<String> successions() {
        return jdbc.sql(SUCCESSIONS).query((row, n) -> row.getString(1)).list();
    }

    /** All roots there ever were, the current one first. */
    List<Row> rows() {
        return jdbc.sql(ROWS)
                .query((row, n) -> new Row(
                        row.getString("kid"),
                        row.getBytes("public_key"),
                        row.getString("status"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "retired_at")))
                .list();
    }

    private JdbcClient.StatementSpec added(String sql, SigningKey key, Instant now) {
        return jdbc.sql(sql)
                .param("kid", key.kid())
                .param("public", key.publicKey())
                .param("sealed", sealer.seal(PURPOSE, key.privateKey()))
                .param("now", Sql.time(now));
    }
}
