package dev.licet.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final int THREADS = 8;
    private static final int EACH = 20_000;

    @Test
    void itSaysItsVersionAndItsTime() {
        long before = System.currentTimeMillis();
        UUID id = Uuid7.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        // Ids made faster than the counter holds run a little ahead of the clock.
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1000);
    }

    @Test
    void manyThreadsGetDifferentIdsEachInRisingOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<UUID>>> results = threads.invokeAll(java.util.Collections.nCopies(THREADS, many()));
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        Set<UUID> all = new HashSet<>();
        for (Future<List<UUID>> result : results) {
            List<UUID> ids = result.get();
            assertThat(ids.stream().map(UUID::toString)).isSorted();
            assertThat(ids.stream().map(id -> new TypeId("evt", id).toString())).isSorted();
            all.addAll(ids);
        }
        assertThat(all).hasSize(THREADS * EACH);
    }

    private static Callable<List<UUID>> many() {
        return () -> {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                ids.add(Uuid7.next());
            }
            return ids;
        };
    }
}
