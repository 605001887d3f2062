package dev.licet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest extends LicetTest {

    @Test
    void questionsAndCallsDoNotDisturbEachOther() throws Exception {
        LicetClient client = activated();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> client.validate().valid()));
                all.add(threads.submit(() -> client.beat().isPresent()));
                all.add(threads.submit(() -> client.feature("export")));
                all.add(threads.submit(() -> client().validate().valid()));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
