package dev.licet.bench.server;

import dev.licet.core.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;

/** Baselines that are the database's work alone: transactions through the server's own pool, with no request between them. */
class WorkServlet extends HttpServlet {
    private final transient ObjectProvider<DataSource> database;

    WorkServlet(ObjectProvider<DataSource> database) {
        this.database = database;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Work work = Work.valueOf(request.getParameter("kind"));
        int threads = Integer.parseInt(request.getParameter("threads"));
        long time = Duration.ofMillis(Long.parseLong(request.getParameter("millis")))
                .toNanos();
        try {
            prepare(work);
            long start = System.nanoTime();
            long done = all(work, threads, start + time);
            Map<String, Object> answer = Map.of("done", done, "nanos", System.nanoTime() - start);
            ConstantServlet.answer(response, Json.write(answer).getBytes(StandardCharsets.UTF_8));
        } catch (SQLException | ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void prepare(Work work) throws SQLException {
        try (Connection connection = database.getObject().getConnection();
                var statement = connection.createStatement()) {
            for (String each : work.preparation()) {
                statement.execute(each);
            }
        }
    }

    private long all(Work work, int threads, long end) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> one(work, end)));
            }
            long done = 0;
            for (Future<Long> each : futures) {
                done += each.get();
            }
            return done;
        }
    }

    /** A connection is borrowed for each transaction, as the server does. */
    private long one(Work work, long end) throws SQLException, IOException {
        long done = 0;
        while (System.nanoTime() < end) {
            try (Connection connection = database.getObject().getConnection()) {
                done += work.run(connection);
            }
        }
        return done;
    }
}
