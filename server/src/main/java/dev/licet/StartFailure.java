package dev.licet;

import dev.licet.platform.CannotStart;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Failures that the person who starts the server can mend are told in one sentence; the rest keep their stack trace. */
final class StartFailure implements SpringBootExceptionReporter {

    /** The signature that Spring Boot calls. */
    StartFailure(ConfigurableApplicationContext context) {}

    /** Says that nothing needs to be logged for a failure which {@code main} tells in a sentence. */
    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> one(cause).stream())
                .findFirst();
    }

    private static Optional<String> one(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case CannotStart e -> e.getMessage();
                    case PortInUseException e ->
                        "Port " + e.getPort()
                                + " is taken by another program: stop that, or set LICET_PORT to a free port.";
                    case BindException e ->
                        "Cannot listen on the address in LICET_BIND (" + e.getMessage()
                                + "): set it to an address of this machine, such as 127.0.0.1.";
                    case SQLException e
                    when refused(e) ->
                        "The database refuses: " + oneLine(e)
                                + ". Check LICET_DATABASE_URL, LICET_DATABASE_USER and LICET_DATABASE_PASSWORD.";
                    case FlywayValidateException e ->
                        "The database does not fit this version of Licet: " + oneLine(e)
                                + ". Start the version that wrote it, or a newer one.";
                    default -> null;
                });
    }

    /** No connection, bad password, no such database, no room, not ready: nothing that a statement of ours could cause. */
    private static boolean refused(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().matches("(08|28|3D|53|57).*");
    }

    private static String oneLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .strip()
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceFirst("\\.$", "");
    }
}
