package dev.licet.bench.server;

import dev.licet.core.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/** How much has been written until now. */
class VolumeServlet extends HttpServlet {
    static final String VOLUME = """
            select pg_current_wal_lsn() - '0/0'::pg_lsn as wal,
                   (select count(*) from validations) as rows,
                   (select sum(pg_total_relation_size(t.relid)) from pg_partition_tree('validations') t) as bytes,
                   (select setting from pg_settings where name = 'fsync') as fsync,
                   (select setting from pg_settings where name = 'server_version') as version
            """;

    private final transient ObjectProvider<DataSource> database;

    VolumeServlet(ObjectProvider<DataSource> database) {
        this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = database.getObject().getConnection();
                PreparedStatement statement = connection.prepareStatement(VOLUME);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Map<String, Object> volume = Map.of(
                    "wal", row.getBigDecimal("wal"),
                    "rows", row.getLong("rows"),
                    "bytes", row.getLong("bytes"),
                    "fsync", row.getString("fsync"),
                    "version", row.getString("version"));
            ConstantServlet.answer(response, Json.write(volume).getBytes(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
