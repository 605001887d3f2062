package dev.licet.signing;

import dev.licet.platform.CannotStart;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with another master key than the one the database was made with, before the first migration writes
 * anything. What tells them apart is a value derived from the master key, which leads back to nothing.
 */
@Component
class MasterKeyCheck implements Callback {
    private final MasterKey master;
    private final MasterKeyFile file;

    MasterKeyCheck(MasterKey master, MasterKeyFile file) {
        this.master = master;
        this.file = file;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "master key check";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (event == Event.BEFORE_MIGRATE) {
                before(context.getConnection());
            } else {
                after(context.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The master key could not be compared with the database", e);
        }
    }

    private void before(Connection database) throws SQLException {
        if (isMade(database)) {
            compare(stored(database));
        }
    }

    private void after(Connection database) throws SQLException {
        try (var insert =
                database.prepareStatement("insert into master_key_check (value) values (?) on conflict do nothing")) {
            insert.setBytes(1, value());
            insert.executeUpdate();
        }
        compare(stored(database));
    }

    private void compare(byte @Nullable [] stored) {
        if (stored == null || MessageDigest.isEqual(stored, value())) {
            return;
        }
        if (master.fresh()) {
            file.delete();
        }
        throw new CannotStart(refusal());
    }

    private String refusal() {
        String mend = " Set LICET_MASTER_KEY to the key that this database was made with, or put that key's file"
                + " master.key back into the data directory.";
        return master.fresh()
                ? "There is no master key, and this database was made with one." + mend
                : "The master key in " + master.origin() + " is not the one that this database was made with." + mend;
    }

    private byte[] value() {
        return master.derive("check", "HmacSHA256").getEncoded();
    }

    private static boolean isMade(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select to_regclass('master_key_check') is not null");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static byte @Nullable [] stored(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select value from master_key_check");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        }
    }
}
