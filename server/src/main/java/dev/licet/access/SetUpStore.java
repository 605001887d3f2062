package dev.licet.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keyed hash of the code of the latest start. */
@Component
class SetUpStore {
    static final String PUT = """
            insert into setup_code (hash) values (:hash) on conflict (only_row) do update set hash = excluded.hash
            """;

    static final String GET = "select hash from setup_code";

    static final String DELETE = "delete from setup_code";

    private final JdbcClient jdbc;

    SetUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(byte[] hash) {
        jdbc.sql(PUT).param("hash", hash).update();
    }

    Optional<byte[]> get() {
        return jdbc.sql(GET).query(byte[].class).optional();
    }

    void delete() {
        jdbc.sql(DELETE).update();
    }
}
