package dev.licet.bench.server;

import dev.licet.core.id.Uuid7;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One transaction of a baseline. */
enum Work {
    /** The one row that everybody wants. */
    UPDATE {
        @Override
        List<String> preparation() {
            return List.of(
                    "create table if not exists bench_row (id int primary key, taken bigint not null)",
                    "insert into bench_row values (1, 0) on conflict do nothing");
        }

        @Override
        int run(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(
                    "update bench_row set taken = taken + 1 where id = 1 returning taken")) {
                try (var row = statement.executeQuery()) {
                    row.next();
                }
            }
            return 1;
        }
    },

    /** A hundred usage events, into a table with the same columns, constraints and indexes. */
    COPY_USAGE {
        @Override
        List<String> preparation() {
            return List.of("create table if not exists bench_usage (like usage_events including all)");
        }

        @Override
        int run(Connection connection) throws SQLException, IOException {
            Instant now = Instant.now();
            CopyText copy = new CopyText(connection, """
                    copy bench_usage (id, license_id, event_id, source, meter, quantity, at, dimensions, recorded_at, origin,
                                      request_id) from stdin""");
            UUID license = Uuid7.next();
            for (int i = 0; i < 100; i++) {
                UUID id = Uuid7.next();
                copy.row(
                        id,
                        license,
                        id,
                        "",
                        "calls",
                        1,
                        now,
                        "{}",
                        now,
                        "license:lic_01jd5k2v8xf0r9w3m6q4t7y1za",
                        "req");
            }
            return (int) copy.end();
        }
    };

    abstract List<String> preparation();

    /** Returns how much was done. */
    abstract int run(Connection connection) throws SQLException, IOException;
}
