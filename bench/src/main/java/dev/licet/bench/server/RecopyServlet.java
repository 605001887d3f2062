package dev.licet.bench.server;

import dev.licet.core.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes what a job of bulk issue has written once more, with nothing but COPY: the same rows, as many a transaction, into empty
 * tables with the same columns, constraints and indexes.
 */
class RecopyServlet extends HttpServlet {
    private static final int CHUNK = 1000;

    /** Where the rows of a job stand, by table. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>(Map.of(
            "licenses",
                    "select l.* from licenses l join job_rows r on r.subject = l.id where r.job_id = '%s' order by r.row",
            "events",
                    "select e.* from events e join jobs j on j.request_id = e.request_id where j.id = '%s' and e.type = 'license.issued'",
            "job_rows", "select r.* from job_rows r where r.job_id = '%s' order by r.row"));

    private final transient ObjectProvider<DataSource> database;

    RecopyServlet(ObjectProvider<DataSource> database) {
        this.database = database;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID job = UUID.fromString(request.getParameter("job"));
        try (Connection connection = database.getObject().getConnection()) {
            Map<String, List<byte[]>> rows = new LinkedHashMap<>();
            for (String table : ROWS.keySet()) {
                rows.put(table, read(connection, ROWS.get(table).formatted(job)));
                renew(connection, table);
            }
            long start = System.nanoTime();
            int done = write(connection, rows);
            Map<String, Object> answer = Map.of("done", done, "nanos", System.nanoTime() - start);
            ConstantServlet.answer(response, Json.write(answer).getBytes(StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<byte[]> read(Connection connection, String query) throws SQLException {
        List<byte[]> rows = new ArrayList<>();
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout");
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            rows.add(row);
        }
        return rows;
    }

    private static void renew(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists again_" + table);
            statement.execute("create table again_" + table + " (like " + table + " including all)");
        }
    }

    private static int write(Connection connection, Map<String, List<byte[]>> rows) throws SQLException {
        int total = rows.values().iterator().next().size();
        connection.setAutoCommit(false);
        for (int from = 0; from < total; from += CHUNK) {
            for (Map.Entry<String, List<byte[]>> each : rows.entrySet()) {
                List<byte[]> all = each.getValue();
                copy(
                        connection,
                        each.getKey(),
                        all.subList(Math.min(from, all.size()), Math.min(from + CHUNK, all.size())));
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
        return total;
    }

    private static void copy(Connection connection, String table, List<byte[]> rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy again_" + table + " from stdin");
        for (byte[] row : rows) {
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }
}
