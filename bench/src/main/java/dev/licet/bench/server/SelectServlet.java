package dev.licet.bench.server;

import dev.licet.core.key.LicenseKey;
import dev.licet.signing.Fingers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/** A question whose answer costs one SELECT by an index, through the server's own pool. */
class SelectServlet extends HttpServlet {
    static final String SELECT = "select id, plan_id, policy_overrides, expires_at from licenses where key_hash = ?";

    private final transient JsonMapper json = new JsonMapper();
    private final transient ObjectProvider<DataSource> database;
    private final transient ObjectProvider<Fingers> fingers;

    SelectServlet(ObjectProvider<DataSource> database, ObjectProvider<Fingers> fingers) {
        this.database = database;
        this.fingers = fingers;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = json.readTree(request.getInputStream().readAllBytes())
                .get("key")
                .asString();
        byte[] hash =
                fingers.getObject().hash("license-key", LicenseKey.parse(key).body());
        try (Connection connection = database.getObject().getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getString("policy_overrides") == null) {
                    throw new IOException("No licence has this key");
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        ConstantServlet.answer(response, ConstantServlet.yes());
    }
}
