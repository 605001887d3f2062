package dev.licet.platform.idempotency;

import dev.licet.platform.BodyVault;
import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class IdempotencyStore {
    static final String CLAIM = """
            insert into idempotency (scope, key, fingerprint, made_at)
            values (:scope, :key, :fingerprint, :now)
            on conflict do nothing
            """;
    static final String KEEP = """
            update idempotency set status = :status, headers = :headers::jsonb, body = :body
            where scope = :scope and key = :key
            """;
    static final String FIND =
            "select fingerprint, status, headers, body from idempotency where scope = :scope and key = :key";
    static final String PURGE = "delete from idempotency where made_at < :before";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BodyVault vault;

    IdempotencyStore(JdbcClient jdbc, JsonMapper json, BodyVault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    /** Whether the key is free; waits while another attempt with it is under way. */
    boolean claim(Attempt attempt, Instant now) {
        return jdbc.sql(CLAIM)
                        .param("scope", attempt.scope())
                        .param("key", attempt.key())
                        .param("fingerprint", attempt.fingerprint())
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    void keep(Attempt attempt, int status, Map<String, String> headers, byte[] body) {
        jdbc.sql(KEEP)
                .param("scope", attempt.scope())
                .param("key", attempt.key())
                .param("status", status)
                .param("headers", json.writeValueAsString(headers))
                .param("body", vault.seal(body))
                .update();
    }

    Optional<KeptAnswer> find(Attempt attempt) {
        return jdbc.sql(FIND)
                .param("scope", attempt.scope())
                .param("key", attempt.key())
                .query((row, i) -> answer(row, attempt))
                .optional();
    }

    void purge(Instant before) {
        jdbc.sql(PURGE).param("before", Sql.time(before)).update();
    }

    private KeptAnswer answer(ResultSet row, Attempt attempt) throws SQLException {
        return new KeptAnswer(
                Arrays.equals(row.getBytes("fingerprint"), attempt.fingerprint()),
                row.getInt("status"),
                json.readValue(row.getString("headers"), HEADERS),
                vault.open(row.getBytes("body")));
    }
}
