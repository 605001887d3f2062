package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import dev.licet.testing.Answer;
import dev.licet.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every change tells who made it, and what was before and after. */
class CatalogEventsTest {
    private final Shop shop = new Shop();

    @Test
    void a_product_s_changes_are_recorded() {
        Answer changed = shop.http
                .with("X-Request-Id", "catalog-events-test")
                .patch(shop.path, Map.of("name", "Other"))
                .expect(200);

        List<Map<String, @Nullable Object>> events = events(shop.made.text("/id"));

        assertThat(events).extracting(e -> e.get("type")).containsExactly("product.created", "product.changed");
        assertThat(events.get(0).get("before")).isNull();
        assertThat(state(events.get(0), "after")).isEqualTo(shop.made.json());
        assertThat(state(events.get(1), "before")).isEqualTo(shop.made.json());
        assertThat(state(events.get(1), "after")).isEqualTo(changed.json());
        assertThat(events.get(1).get("request_id")).isEqualTo("catalog-events-test");
        assertThat(String.valueOf(events.get(1).get("actor"))).startsWith("key_");
    }

    @Test
    void features_and_plans_are_recorded() {
        Answer feature = shop.http
                .post(shop.path + "/features", Map.of("code", "export", "name", "Export", "type", "switch"))
                .expect(201);
        shop.http
                .patch(shop.path + "/features/export", Map.of("name", "Export to PDF"))
                .expect(200);
        Answer plan = shop.plan("pro", Map.of("export", true), Map.of()).expect(201);
        shop.http
                .patch("/v1/plans/" + plan.text("/id"), Map.of("features", Map.of("export", false)))
                .expect(200);

        assertThat(events(feature.text("/id")))
                .extracting(e -> e.get("type"))
                .containsExactly("feature.created", "feature.changed");
        List<Map<String, @Nullable Object>> ofPlan = events(plan.text("/id"));
        assertThat(ofPlan).extracting(e -> e.get("type")).containsExactly("plan.created", "plan.changed");
        assertThat(state(ofPlan.get(1), "before")).isEqualTo(plan.json());
    }

    @Test
    void what_was_refused_or_changed_nothing_is_not_recorded() {
        shop.http.patch(shop.path, Map.of("name", "")).expect(422);
        shop.http.patch(shop.path, Map.of("name", "Notes")).expect(200);

        assertThat(events(shop.made.text("/id"))).hasSize(1);
    }

    private static List<Map<String, @Nullable Object>> events(String subject) {
        return TestServer.shared()
                .jdbc()
                .sql("""
                        select type, actor, request_id, before::text, after::text from events
                        where subject = :subject order by id
                        """)
                .param("subject", subject)
                .query()
                .listOfRows();
    }

    private static @Nullable Object state(Map<String, @Nullable Object> event, String column) {
        return Json.parse(String.valueOf(event.get(column)));
    }
}
