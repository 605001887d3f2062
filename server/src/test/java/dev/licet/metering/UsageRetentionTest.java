package dev.licet.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Single events go after their time; what they add up to stays, and an id counts once for ever. */
class UsageRetentionTest {
    private static final TestServer SERVER = TestServer.start(Map.of("LICET_USAGE_RETENTION", "P40D"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void old_months_are_dropped_and_their_counts_and_ids_stay() {
        Shop shop = new Shop(SERVER.http()).meter("apiCalls");
        Shop.License license = shop.issue(Map.of("apiCalls", Map.of("limit", 100)));
        Instant first = shop.clock.now();
        shop.use(license, Shop.event("old", "apiCalls", 3));
        assertThat(shop.api.get(license.path("/usage/events")).list("/data")).hasSize(1);
        shop.clock.advance("P6M");
        assertThat(shop.api.get(license.path("/usage/events")).list("/data")).isEmpty();
        assertThat(shop.api.get("/v1/events?type=usage.events_dropped").list("/data"))
                .isNotEmpty();
        assertThat(shop.used(license, "apiCalls")).isEqualTo("3");
        assertThat(shop.api
                        .get(license.path("/usage?by=day&meter=apiCalls&from=" + first))
                        .list("/series"))
                .hasSize(1);
        assertThat(shop.send(license, Shop.event("old", "apiCalls", 3)).list("/duplicateIds"))
                .isEqualTo(List.of("old"));
        shop.use(license, Shop.event("new", "apiCalls", 1));
        assertThat(shop.used(license, "apiCalls")).isEqualTo("4");
        assertThat(shop.api.get(license.path("/usage/events")).list("/data")).hasSize(1);
    }
}
