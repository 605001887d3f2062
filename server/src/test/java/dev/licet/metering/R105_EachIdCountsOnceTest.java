package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.TestDatabase;
import dev.licet.testing.TestServer;
import dev.licet.testing.Together;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However often and by how many at once an event is sent, it counts once, and nobody gets an error for it. */
class R105_EachIdCountsOnceTest {
    private static final int CLIENTS = 64;

    private static List<Map<String, Object>> events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Shop.event("e" + i, "apiCalls", new BigDecimal("1.5")))
                .toList();
    }

    private static long sum(List<Answer> answers, String pointer) {
        return answers.stream()
                .mapToLong(answer -> Long.parseLong(String.valueOf(answer.at(pointer))))
                .sum();
    }

    @Test
    void the_same_id_twice_counts_once_and_is_named() {
        Shop shop = Shop.onSharedServer().meter("apiCalls");
        Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(100, "P1M")));
        shop.use(license, Shop.event("a", "apiCalls", 2));
        Answer again = shop.send(
                        license,
                        Shop.event("a", "apiCalls", 50),
                        Shop.event("b", "apiCalls", 1),
                        Shop.event("b", "apiCalls", 1))
                .expect(200);
        assertThat(again.at("/accepted")).hasToString("1");
        assertThat(again.at("/duplicates")).hasToString("2");
        assertThat(again.at("/duplicateIds")).isEqualTo(List.of("a", "b"));
        assertThat(again.text("/balances/apiCalls/used")).isEqualTo("3");
        Shop.License other = shop.issue(Map.of("apiCalls", Shop.limit(100, "P1M")));
        shop.use(other, Shop.event("a", "apiCalls", 2));
    }

    @Test
    void sixty_four_clients_with_overlapping_batches_count_each_id_once() {
        Shop shop = Shop.onSharedServer().meter("apiCalls");
        Shop.License license = shop.issue(Map.of("apiCalls", Map.of("limit", 1_000_000)));
        List<Answer> answers = Together.call(
                CLIENTS, i -> shop.send(license, events(i * 5, i * 5 + 10).toArray()));
        answers.forEach(answer -> answer.expect(200));
        int different = CLIENTS * 5 + 5;
        assertThat(sum(answers, "/accepted")).isEqualTo(different);
        assertThat(sum(answers, "/duplicates")).isEqualTo(CLIENTS * 10L - different);
        assertThat(answers.stream()
                        .flatMap(answer -> answer.list("/duplicateIds").stream())
                        .count())
                .isEqualTo(CLIENTS * 10L - different);
        assertThat(new BigDecimal(shop.used(license, "apiCalls")))
                .isEqualByComparingTo(new BigDecimal("1.5").multiply(BigDecimal.valueOf(different)));
    }

    @Test
    void R4_the_cap_is_exact_under_64_clients() {
        Shop shop = Shop.onSharedServer().meter("apiCalls");
        Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(100, "P1M")));
        List<Answer> answers = Together.call(
                CLIENTS,
                i -> shop.send(
                        license,
                        Shop.event("a" + i, "apiCalls", 1),
                        Shop.event("b" + i, "apiCalls", 1),
                        Shop.event("c" + i, "apiCalls", 1)));
        answers.forEach(answer -> answer.expect(200));
        assertThat(sum(answers, "/accepted")).isEqualTo(100);
        List<Object> codes = new ArrayList<>();
        answers.forEach(answer -> answer.list("/refused").forEach(each -> codes.add(((Map<?, ?>) each).get("code"))));
        assertThat(codes).hasSize(CLIENTS * 3 - 100).containsOnly("USAGE_EXCEEDED");
        assertThat(shop.used(license, "apiCalls")).isEqualTo("100");
        assertThat(shop.history(license)).containsExactly("usage.limit_reached", "license.issued");
    }

    @Test
    void two_nodes_on_one_database_count_as_one() {
        TestDatabase database = TestDatabase.create();
        try (TestServer one = TestServer.on(database, Map.of());
                TestServer two = TestServer.on(database, Map.of())) {
            Shop shop = new Shop(one.http()).meter("apiCalls");
            Shop.License license = shop.issue(Map.of("apiCalls", Shop.limit(70, "P1M")));
            List<Answer> answers = Together.call(
                    CLIENTS,
                    i -> (i % 2 == 0 ? one : two)
                            .http()
                            .anonymous()
                            .withLicense(license.key())
                            .post(
                                    "/v1/usage",
                                    Map.of(
                                            "events",
                                            List.of(
                                                    Shop.event("e" + i / 2, "apiCalls", 1),
                                                    Shop.event("f" + i, "apiCalls", 1)))));
            answers.forEach(answer -> answer.expect(200));
            assertThat(sum(answers, "/accepted")).isEqualTo(70);
            assertThat(shop.used(license, "apiCalls")).isEqualTo("70");
            assertThat(sum(answers, "/accepted")
                            + sum(answers, "/duplicates")
                            + answers.stream()
                                    .mapToLong(answer -> answer.list("/refused").size())
                                    .sum())
                    .isEqualTo(CLIENTS * 2L);
        }
    }
}
