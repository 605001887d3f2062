package dev.licet.platform.http;

import dev.licet.platform.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What went wrong in PostgreSQL, by SQLSTATE. Values are checked before they get there; should one slip through, it is
 * still the caller's and not a 500.
 */
final class DatabaseProblems {
    private DatabaseProblems() {}

    static Problem of(Throwable e) {
        SQLException sql = cause(e);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        if (cut(e) || sql instanceof SQLTransientException || passing(state)) {
            return unavailable();
        }
        if (state.startsWith("22")) {
            return Problem.of(422, "INVALID", "A value is out of the range that can be stored.");
        }
        if (state.startsWith("23")) {
            return Problem.conflict(
                    "CONFLICT", "It contradicts what is stored, perhaps by a request at the same moment.");
        }
        return Problems.byStatus(500);
    }

    /** When the connection is lost during a commit nobody knows what came of it, so this does not say that nothing did. */
    static Problem unavailable() {
        return Problem.of(503, "UNAVAILABLE", "The database does not answer. Try again shortly.")
                .header("Retry-After", "2");
    }

    /** No transaction could be begun or ended: the pool says so without a SQLSTATE when it has closed the connection already. */
    private static boolean cut(Throwable e) {
        return e instanceof CannotCreateTransactionException || e instanceof TransactionSystemException;
    }

    /** Connection lost (08), serialisation or deadlock (40), resources (53), shutdown (57), disk (58), locks, read-only standby. */
    private static boolean passing(String state) {
        return state.matches("(08|40|53|57|58).*|55P03|25006");
    }

    private static @Nullable SQLException cause(Throwable e) {
        Throwable at = e;
        while (at != null && !(at instanceof SQLException)) {
            at = at.getCause();
        }
        return (SQLException) at;
    }
}
