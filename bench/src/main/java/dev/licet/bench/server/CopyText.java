package dev.licet.bench.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the text form of COPY, sent when there are some. */
final class CopyText {
    private static final int FULL = 1 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(FULL + 4096);
    private final CopyIn copy;

    CopyText(Connection connection, String sql) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    /** Null, texts without tabs, byte arrays, and whatever writes itself as PostgreSQL reads it. */
    void row(@Nullable Object... values) throws SQLException, IOException {
        for (int i = 0; i < values.length; i++) {
            out.write(text(values[i]).getBytes(StandardCharsets.UTF_8));
            out.write(i == values.length - 1 ? '\n' : '\t');
        }
        if (out.size() >= FULL) {
            send();
        }
    }

    long end() throws SQLException {
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        byte[] bytes = out.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        out.reset();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString().replace("\\", "\\\\");
        };
    }
}
