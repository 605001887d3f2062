package dev.licet.bench;

import dev.licet.bench.load.Caller;
import dev.licet.bench.load.Load;
import dev.licet.bench.load.Zipf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Signs of life of many devices, each as often as any other. */
final class Heartbeats implements Measure {
    private static final int CONNECTIONS = 32;

    @Override
    public String name() {
        return "heartbeats";
    }

    @Override
    public String about() {
        return "heartbeats of 100,000 devices, each with a new token";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public List<Figure> run(Stage stage, Progress progress) throws Exception {
        Target server = stage.server(progress);
        int licenses = stage.scale().licenses();
        byte[] programs = Questions.programs(licenses);
        Zipf keys = new Zipf(licenses, 2);
        try (Load constant =
                        new Load(server.address(), CONNECTIONS, Questions.baseline("constant", programs, keys::next));
                Load beats = new Load(server.address(), CONNECTIONS, new Beats(licenses))) {
            Turns turns = Turns.take(constant::run, beats::run, stage.scale(), progress);
            return List.of(
                    Figure.rate("heartbeats", "answers", "servlet", turns, Figure.Level.atLeast(0.5)),
                    Figure.p99("heartbeats", "servlet", turns, Figure.Level.atMost(3)));
        }
    }

    /** A heartbeat of any device. */
    private static final class Beats implements Caller {
        private static final byte[] YES = "{\"nextHeartbeat\":".getBytes(StandardCharsets.US_ASCII);

        private final byte[][] requests;
        private final SplittableRandom random = new SplittableRandom(3);

        Beats(int licenses) {
            requests = new byte[licenses][];
            for (int i = 0; i < licenses; i++) {
                requests[i] = ("POST /v1/activations/" + Seeds.deviceId(i)
                                + "/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                + "Authorization: License " + Seeds.key(i)
                                + "\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"version\":\"2.3.1\"}")
                        .getBytes(StandardCharsets.US_ASCII);
            }
        }

        @Override
        public void ask(int connection, ByteBuffer request) {
            request.put(requests[random.nextInt(requests.length)]);
        }

        @Override
        public boolean answered(int connection, int status, ByteBuffer body) {
            return status == 200 && body.slice(body.position(), YES.length).equals(ByteBuffer.wrap(YES));
        }
    }
}
