package dev.licet.metering;

import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import dev.licet.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each month's events have a place of their own, which is made when the first of them come: many at once. */
class FirstUsageOfAMonthTest {
    private static final TestServer SERVER = TestServer.start(Map.of());
    private static final int LICENSES = 32;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_month_begins_for_many_licences_at_once() {
        Shop shop = new Shop(SERVER.http()).meter("apiCalls");
        List<Shop.License> licenses = IntStream.range(0, LICENSES)
                .mapToObj(i -> shop.issue(Map.of("apiCalls", Map.of("limit", 100))))
                .toList();
        for (int month = 0; month < 4; month++) {
            String id = "m" + month;
            List<Answer> answers =
                    Together.call(LICENSES, i -> shop.send(licenses.get(i), Shop.event(id, "apiCalls", 1)));
            answers.forEach(answer -> answer.expect(200));
            shop.clock.advance("P1M");
        }
    }
}
