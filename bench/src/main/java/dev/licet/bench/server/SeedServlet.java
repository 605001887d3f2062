package dev.licet.bench.server;

import dev.licet.bench.Seeds;
import dev.licet.core.key.LicenseKey;
import dev.licet.signing.Fingers;
import dev.licet.signing.Sealer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/** Fills the database with licences of one plan, each active on one device. */
class SeedServlet extends HttpServlet {
    private static final String PURPOSE = "license-key";

    private static final String LICENSES = """
            copy licenses (id, key_hash, key_sealed, key_hint, plan_id, plan_version, issued_at, started_at, expires_at, turns_at)
            from stdin""";

    private static final String DEVICES = """
            copy devices (id, license_id, fingerprint, place, activated_at, heartbeat_at, heartbeat_due, seen_at) from stdin""";

    private static final String ANALYZE = "vacuum (analyze, freeze) licenses, devices";

    private final transient ObjectProvider<DataSource> database;
    private final transient ObjectProvider<Fingers> fingers;
    private final transient ObjectProvider<Sealer> sealer;

    SeedServlet(ObjectProvider<DataSource> database, ObjectProvider<Fingers> fingers, ObjectProvider<Sealer> sealer) {
        this.database = database;
        this.fingers = fingers;
        this.sealer = sealer;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int from = Integer.parseInt(request.getParameter("from"));
        int to = Integer.parseInt(request.getParameter("to"));
        UUID plan = UUID.fromString(request.getParameter("plan"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getObject().getConnection()) {
            licenses(connection, from, to, plan, now);
            devices(connection, from, to, now);
            try (var statement = connection.createStatement()) {
                statement.execute(ANALYZE);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        ConstantServlet.answer(response, Integer.toString(to - from).getBytes(StandardCharsets.US_ASCII));
    }

    private void licenses(Connection connection, int from, int to, UUID plan, Instant now)
            throws SQLException, IOException {
        Instant end = now.plus(365, ChronoUnit.DAYS);
        CopyText copy = new CopyText(connection, LICENSES);
        for (int i = from; i < to; i++) {
            LicenseKey key = Seeds.key(i);
            byte[] hash = fingers.getObject().hash(PURPOSE, key.body());
            byte[] sealed = sealer.getObject().seal(PURPOSE, key.toString().getBytes(StandardCharsets.US_ASCII));
            copy.row(Seeds.license(i), hash, sealed, key.hint(), plan, 1, now, now, end, end);
        }
        copy.end();
    }

    private static void devices(Connection connection, int from, int to, Instant now) throws SQLException, IOException {
        Instant due = now.plus(1, ChronoUnit.DAYS);
        CopyText copy = new CopyText(connection, DEVICES);
        for (int i = from; i < to; i++) {
            copy.row(Seeds.device(i), Seeds.license(i), Seeds.fingerprint(i), 1, now, now, due, now);
        }
        copy.end();
    }
}
