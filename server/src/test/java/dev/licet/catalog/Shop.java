package dev.licet.catalog;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A product of its own for each test that asks, on the shared server. */
final class Shop {
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Http http = TestServer.shared().http();
    final String product = newCode();
    final String path = "/v1/products/" + product;
    final Answer made;

    Shop() {
        made = http.post("/v1/products", Map.of("code", product, "name", "Notes", "kind", "software"))
                .expect(201);
    }

    static String newCode() {
        return "shop-" + COUNT.incrementAndGet();
    }

    Shop feature(String code, String type) {
        http.post(path + "/features", Map.of("code", code, "name", code, "type", type))
                .expect(201);
        return this;
    }

    Answer plan(String code, Map<String, ?> features, Map<String, ?> policy) {
        return http.post(
                "/v1/plans",
                Map.of("product", product, "code", code, "name", code, "features", features, "policy", policy));
    }

    /** Makes a plan of this name and gives its path. */
    String plan(String code) {
        return "/v1/plans/" + plan(code, Map.of(), Map.of()).expect(201).text("/id");
    }
}
