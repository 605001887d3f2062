package dev.licet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** All rows of all tables as text, as whoever stole the database would read them. */
public record DatabaseDump(String text) {
    private static final String TABLES =
            "select quote_ident(tablename) from pg_tables where schemaname = current_schema() order by 1";

    public static DatabaseDump of(TestServer server) {
        try (Connection connection = server.bean(DataSource.class).getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DatabaseDump of(TestDatabase database) {
        Map<String, String> settings = database.settings();
        try (Connection connection = DriverManager.getConnection(
                settings.get("LICET_DATABASE_URL"),
                settings.get("LICET_DATABASE_USER"),
                settings.get("LICET_DATABASE_PASSWORD"))) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseDump of(Connection connection) throws SQLException {
        var text = new StringBuilder();
        List<String> tables = texts(connection, TABLES);
        assertThat(tables).isNotEmpty();
        for (String table : tables) {
            texts(connection, "select row::text from " + table + " as row order by 1")
                    .forEach(row -> text.append(table).append(' ').append(row).append('\n'));
        }
        return new DatabaseDump(text.toString());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Fails when the secret stands in it, plainly or in one of the usual encodings. */
    public DatabaseDump lacks(String what, String secret) {
        return lacks(what, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Fails when the secret stands in it, plainly or in one of the usual encodings. */
    public DatabaseDump lacks(String what, byte[] secret) {
        for (String form : List.of(
                new String(secret, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(secret),
                Base64.getEncoder().withoutPadding().encodeToString(secret),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret))) {
            assertThat(text.contains(form)).as(what + " stands in the database").isFalse();
        }
        return this;
    }
}
