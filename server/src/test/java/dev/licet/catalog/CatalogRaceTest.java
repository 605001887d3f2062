package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Many at once, and exactly one wins. */
class CatalogRaceTest {
    private final Shop shop = new Shop();

    @RepeatedTest(3)
    void one_of_many_gets_the_code_of_a_product() throws Exception {
        String code = Shop.newCode();

        List<Integer> statuses = statuses(
                8, i -> shop.http.post("/v1/products", Map.of("code", code, "name", "P" + i, "kind", "software")));

        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void one_of_many_gets_the_code_of_a_feature_and_of_a_plan() throws Exception {
        List<Integer> features = statuses(
                8,
                i -> shop.http.post(shop.path + "/features", Map.of("code", "f", "name", "F" + i, "type", "switch")));
        List<Integer> plans = statuses(8, i -> shop.plan("pro", Map.of(), Map.of()));

        assertThat(Collections.frequency(features, 201)).isEqualTo(1);
        assertThat(Collections.frequency(features, 409)).isEqualTo(7);
        assertThat(Collections.frequency(plans, 201)).isEqualTo(1);
        assertThat(Collections.frequency(plans, 409)).isEqualTo(7);
    }

    @RepeatedTest(3)
    void each_of_many_changes_makes_a_version_of_its_own() throws Exception {
        String plan = shop.plan("pro");

        List<Integer> statuses = statuses(8, i -> shop.http.patch(plan, Map.of("policy", Map.of("devices", i + 1))));

        assertThat(statuses).containsOnly(200);
        assertThat(shop.http.get(plan).at("/version")).hasToString("9");
        assertThat(shop.http.get(plan + "/versions").list("/data")).hasSize(9);
    }

    @RepeatedTest(3)
    void two_plans_never_come_to_fall_back_to_each_other() throws Exception {
        String a = shop.plan("a");
        String b = shop.plan("b");

        List<Integer> statuses = statuses(
                2, i -> shop.http.patch(i == 0 ? a : b, Map.of("policy", PlanApiTest.fallback(i == 0 ? "b" : "a"))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    private interface Call {
        Answer call(int number);
    }

    private static List<Integer> statuses(int count, Call call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = threads.invokeAll(IntStream.range(0, count)
                    .mapToObj(i -> (Callable<Integer>) () -> call.call(i).status())
                    .toList());
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> each : running) {
                statuses.add(each.get());
            }
            return statuses;
        }
    }
}
