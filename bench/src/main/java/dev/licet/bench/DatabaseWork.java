package dev.licet.bench;

import dev.licet.bench.load.Sample;
import java.time.Duration;
import java.util.Map;

/** A baseline that is the database's work alone, done inside the measured server through its own pool. */
record DatabaseWork(Target server, String kind, int threads) implements Side {

    @Override
    public Sample run(Duration time) throws Exception {
        return sample(server.post(
                "/bench/work?kind=" + kind + "&threads=" + threads + "&millis=" + time.toMillis(), Map.of()));
    }

    static Sample sample(Map<String, ?> answer) {
        return new Sample(
                Long.parseLong(String.valueOf(answer.get("done"))),
                Long.parseLong(String.valueOf(answer.get("nanos"))));
    }
}
