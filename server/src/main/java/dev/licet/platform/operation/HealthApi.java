package dev.licet.platform.operation;

import dev.licet.platform.Condition;
import dev.licet.platform.Problem;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For load balancers and supervisors: alive means the process answers, ready means its database does. */
@RestController
@Tag(name = "Operation", description = "For load balancers, supervisors and metrics")
class HealthApi {
    private static final int SECONDS = 2;
    private static final Executor THREADS = Thread::startVirtualThread;

    private final DataSource database;
    private final List<Condition> conditions;

    HealthApi(DataSource database, List<Condition> conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    @GetMapping("/livez")
    @Public
    @Operation(summary = "Is the process alive?")
    Health alive() {
        return new Health("ok", Map.of());
    }

    @GetMapping("/readyz")
    @Public
    @Operation(
            summary = "Does the database answer?",
            description = "details says how things stand that the server can do without.")
    Health ready() throws InterruptedException {
        if (!databaseAnswers()) {
            throw Problem.of(503, "UNAVAILABLE", "The database does not answer.")
                    .header("Retry-After", "2");
        }
        Map<String, String> details = new TreeMap<>();
        conditions.forEach(each -> details.put(each.name(), each.state()));
        return new Health("ok", details);
    }

    private boolean databaseAnswers() throws InterruptedException {
        var answer = CompletableFuture.supplyAsync(this::isValid, THREADS);
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private boolean isValid() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    record Health(String status, Map<String, String> details) {}
}
