package dev.licet.bench;

import dev.licet.bench.load.Caller;
import dev.licet.bench.load.Load;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Usage events, a hundred in a request, each counted once for ever. */
final class UsageBatches implements Measure {
    private static final int CONNECTIONS = 8;
    private static final int EACH = 100;

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public String about() {
        return "usage events in batches of 100, beside COPY of the same rows";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        Stage.plan(server, "metered", Map.of("calls", Map.of("limit", 1_000_000_000, "period", "P1M")), Map.of());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            keys.add(Stage.text(server.post("/v1/licenses", Map.of("plan", "metered")), "key"));
        }
        try (Load usage = new Load(server.address(), CONNECTIONS, new Reports(keys))) {
            Turns turns = Turns.take(
                    new DatabaseWork(server, "COPY_USAGE", CONNECTIONS),
                    time -> usage.run(time).times(EACH),
                    stage.scale(),
                    progress);
            return List.of(Figure.rate("usage, batches of 100", "events", "COPY", turns, Figure.Level.atLeast(0.4)));
        }
    }

    /** A report on the licence of the connection. */
    private static final class Reports implements Caller {
        private final List<String> keys;
        private final String run = Long.toString(System.nanoTime(), 36);
        private long number;

        Reports(List<String> keys) {
            this.keys = keys;
        }

        @Override
        public void ask(int connection, ByteBuffer request) {
            StringBuilder body = new StringBuilder("{\"key\":\"")
                    .append(keys.get(connection))
                    .append("\",\"events\":[");
            for (int i = 0; i < EACH; i++) {
                body.append(i == 0 ? "" : ",")
                        .append("{\"id\":\"")
                        .append(run)
                        .append('-')
                        .append(number++)
                        .append("\",\"meter\":\"calls\",\"quantity\":1}");
            }
            body.append("]}");
            String head =
                    "POST /v1/usage HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n";
            request.put(head.getBytes(StandardCharsets.US_ASCII));
            request.put(body.toString().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public boolean answered(int connection, int status, ByteBuffer body) {
            return status == 200
                    && StandardCharsets.UTF_8.decode(body).toString().startsWith("{\"accepted\":" + EACH + ",");
        }
    }
}
