package dev.licet.platform.postgres;

import dev.licet.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Where the server's data is: the embedded PostgreSQL, which closes with this, or one that the operator runs. */
record Database(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    static Database of(Settings settings) {
        var external = settings.database();
        if (external != null) {
            return new Database(external.url(), external.user(), external.password(), null);
        }
        var postgres = EmbeddedPostgres.start(settings.data());
        return new Database(postgres.jdbcUrl(), postgres.user(), postgres.password(), postgres);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Database[" + (embedded == null ? "external" : "embedded") + "]";
    }
}
