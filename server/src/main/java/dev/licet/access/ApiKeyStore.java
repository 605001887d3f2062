package dev.licet.access;

import static dev.licet.platform.Sql.time;
import static dev.licet.platform.Sql.timeOrNull;

import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of API keys, in which only the keyed hash of a key stands. */
@Component
class ApiKeyStore {
    static final Where LIST = Where.list("select * from api_keys", "id");

    static final String INSERT = """
            insert into api_keys (id, name, hash, scopes, created_at, expires_at)
            values (:id, :name, :hash, :scopes, :created, :expires)
            """;

    static final String UPDATE = """
            update api_keys
            set name = :name, scopes = :scopes, expires_at = :expires, revoked_at = :revoked, version = :version
            where id = :id
            """;

    static final String FIND = "select * from api_keys where id = :id";

    static final String LOCK = FIND + " for update";

    static final String FIND_BY_HASH = "select * from api_keys where hash = :hash";

    static final String USED = "update api_keys set last_used_at = :now where id = :id";

    /** Locked in one order, so that two who take away the last two of them wait for each other. */
    static final String KEEPERS = """
            select id from api_keys
            where revoked_at is null and expires_at is null and scopes @> array[:scope]::text[]
            order by id
            for update
            """;

    static final String LOCK_TABLE = "lock table api_keys in share row exclusive mode";

    static final String IS_EMPTY = "select not exists (select 1 from api_keys)";

    private final JdbcClient jdbc;

    ApiKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApiKey key, byte[] hash) {
        jdbc.sql(INSERT)
                .param("id", key.id())
                .param("name", key.name())
                .param("hash", hash)
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("created", time(key.createdAt()))
                .param("expires", timeOrNull(key.expiresAt()))
                .update();
    }

    void change(ApiKey key) {
        jdbc.sql(UPDATE)
                .param("id", key.id())
                .param("name", key.name())
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("expires", timeOrNull(key.expiresAt()))
                .param("revoked", timeOrNull(key.revokedAt()))
                .param("version", key.version())
                .update();
    }

    void used(UUID id, Instant now) {
        jdbc.sql(USED).param("id", id).param("now", time(now)).update();
    }

    Optional<ApiKey> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(ApiKeyStore::read).optional();
    }

    Optional<ApiKey> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ApiKeyStore::read).optional();
    }

    Optional<ApiKey> findByHash(byte[] hash) {
        return jdbc.sql(FIND_BY_HASH)
                .param("hash", hash)
                .query(ApiKeyStore::read)
                .optional();
    }

    List<ApiKey> page(Paging paging) {
        return LIST.page(jdbc, paging).query(ApiKeyStore::read).list();
    }

    List<UUID> lockKeepers() {
        return jdbc.sql(KEEPERS)
                .param("scope", Scopes.KEYS_WRITE)
                .query((row, n) -> Sql.uuid(row, "id"))
                .list();
    }

    /** Whether there is none yet; until the transaction ends no other node can add one. */
    boolean isEmptyAndLocked() {
        jdbc.sql(LOCK_TABLE).update();
        return jdbc.sql(IS_EMPTY).query(Boolean.class).single();
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                Sql.uuid(row, "id"),
                row.getString("name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "expires_at"),
                Sql.instantOrNull(row, "last_used_at"),
                Sql.instantOrNull(row, "revoked_at"),
                row.getLong("version"));
    }
}
