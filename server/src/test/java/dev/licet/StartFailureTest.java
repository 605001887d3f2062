package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.platform.CannotStart;
import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {

    @Test
    void tellsWhatAPersonCanMend() {
        assertThat(StartFailure.sentence(new IllegalStateException(new CannotStart("Do this."))))
                .contains("Do this.");
        assertThat(StartFailure.sentence(new PortInUseException(8080)))
                .contains("Port 8080 is taken by another program: stop that, or set LICET_PORT to a free port.");
        assertThat(StartFailure.sentence(new RuntimeException(new BindException("Cannot assign requested address"))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("LICET_BIND"));
        assertThat(StartFailure.sentence(new RuntimeException(new SQLException("FATAL: wrong\n  password", "28P01"))))
                .contains(
                        "The database refuses: FATAL: wrong password. Check LICET_DATABASE_URL, LICET_DATABASE_USER and"
                                + " LICET_DATABASE_PASSWORD.");
    }

    @Test
    void leavesOurOwnMistakesTheirStackTrace() {
        assertThat(StartFailure.sentence(new IllegalStateException(new SQLException("syntax error", "42601"))))
                .isEmpty();
    }
}
