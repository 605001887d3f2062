package dev.licet.signing;

import dev.licet.core.token.Ed25519;
import dev.licet.core.token.MlDsa65;
import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of signing keys. Private keys leave them only through {@link #current}. */
@Component
class SigningKeyStore {
    static final List<String> ALGORITHMS = List.of(Ed25519.ALGORITHM, MlDsa65.ALGORITHM);

    static final String CURRENT =
            "select alg, public_key, sealed_private from signing_keys where alg = :alg and status = 'current'";

    /** Does nothing when there is such a key already: of two nodes that start at once, one makes the key. */
    static final String ADD_CURRENT = """
            insert into signing_keys (kid, alg, public_key, sealed_private, status, created_at, activates_at)
            values (:kid, :alg, :public, :sealed, 'current', :now, :now)
            on conflict (alg) where status = 'current' do nothing
            """;

    static final String ANNOUNCE = """
            insert into signing_keys (kid, alg, public_key, sealed_private, status, created_at, activates_at)
            values (:kid, :alg, :public, :sealed, 'announced', :now, :activates)
            """;

    static final String ROWS = """
            select k.kid, k.alg, k.public_key, k.status, k.created_at, k.activates_at, k.retired_at, k.removed_at,
                   k.removal_reason, (select max(h.until) from signing_horizons h where h.kid = k.kid) as until
            from signing_keys k
            order by k.alg, k.status = 'current' desc, k.created_at desc, k.kid
            """;

    static final String DUE = "select kid from signing_keys where status = 'announced' and activates_at <= :now";

    static final String RETIRE = """
            update signing_keys set status = 'retired', retired_at = :now where alg = :alg and status = 'current'
            """;

    static final String ACTIVATE =
            "update signing_keys set status = 'current', activates_at = least(activates_at, :now) where kid = :kid";

    static final String REMOVE = """
            update signing_keys set status = 'removed', removed_at = :now, removal_reason = :reason where kid = :kid
            """;

    static final String ADD_HORIZON = "insert into signing_horizons (kid, until) values (:kid, :until)";

    static final String SEQUENCE = "select sequence from key_sets";

    static final String CHANGE = "update key_sets set sequence = sequence + 1";

    static final String HOLD = "select sequence from key_sets for update";

    private static final String PURPOSE = "signing-key";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    SigningKeyStore(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    Optional<SigningKey> current(String algorithm) {
        return jdbc.sql(CURRENT)
                .param("alg", algorithm)
                .query((row, n) ->
                        new SigningKey(row.getString(1), row.getBytes(2), sealer.open(PURPOSE, row.getBytes(3))))
                .optional();
    }

    void addCurrent(SigningKey key, Instant now) {
        added(ADD_CURRENT, key, now).update();
    }

    void announce(SigningKey key, Instant now, Instant activates) {
        added(ANNOUNCE, key, now).param("activates", Sql.time(activates)).update();
    }

    /** Every key there ever was: by algorithm, and of each the current one first, then the newest. */
    List<KeyRow> rows() {
        return jdbc.sql(ROWS).query(SigningKeyStore::read).list();
    }

    /** Those of which something may still be good. */
    List<KeyRow> published(Instant now) {
        return rows().stream().filter(row -> row.isPublished(now)).toList();
    }

    List<String> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", Sql.time(now))
                .query((row, n) -> row.getString(1))
                .list();
    }

    void activate(KeyRow key, Instant now) {
        jdbc.sql(RETIRE)
                .param("alg", key.algorithm())
                .param("now", Sql.time(now))
                .update();
        jdbc.sql(ACTIVATE).param("kid", key.kid()).param("now", Sql.time(now)).update();
        addHorizon(key.kid(), now);
    }

    void remove(String kid, @Nullable String reason, Instant now) {
        jdbc.sql(REMOVE)
                .param("kid", kid)
                .param("reason", reason)
                .param("now", Sql.time(now))
                .update();
    }

    void addHorizon(String kid, Instant until) {
        jdbc.sql(ADD_HORIZON).param("kid", kid).param("until", Sql.time(until)).update();
    }

    /** The number of the key set as it is now. */
    long sequence() {
        return jdbc.sql(SEQUENCE).query(Long.class).single();
    }

    /** Waits for whoever is changing the set, and holds it until the end of the transaction. */
    void hold() {
        jdbc.sql(HOLD).query(Long.class).single();
    }

    void changed() {
        jdbc.sql(CHANGE).update();
    }

    private JdbcClient.StatementSpec added(String sql, SigningKey key, Instant now) {
        return jdbc.sql(sql)
                .param("kid", key.kid())
                .param("alg", key.algorithm())
                .param("public", key.publicKey())
                .param("sealed", sealer.seal(PURPOSE, key.privateKey()))
                .param("now", Sql.time(now));
    }

    private static KeyRow read(ResultSet row, int number) throws SQLException {
        return new KeyRow(
                row.getString("kid"),
                row.getString("alg"),
                row.getBytes("public_key"),
                row.getString("status"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "activates_at"),
                Sql.instantOrNull(row, "retired_at"),
                Sql.instantOrNull(row, "removed_at"),
                row.getString("removal_reason"),
                Sql.instantOrNull(row, "until"));
    }
}
