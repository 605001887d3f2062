package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where four eyes are demanded, nobody approves a request of their own. */
class FourEyesTest {
    private static final TestServer SERVER = TestServer.start(Map.of("LICET_FOUR_EYES", "true"));

    private final Vendor vendor = new Vendor(SERVER.http());
    private final Http sales = caller("sales", "requests:write", "requests:read", "requests:decide");
    private final Http head = caller("head of sales", "requests:read", "requests:decide");
    private final String plan = vendor.plan(Map.of());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private Http caller(String name, String... scopes) {
        return vendor.api.withApiKey(vendor.api
                .post("/v1/api-keys", Map.of("name", name, "scopes", List.of(scopes)))
                .expect(201)
                .text("/key"));
    }

    private String request() {
        return sales.post(
                        "/v1/license-requests",
                        Map.of("plan", plan, "requester", Map.of("name", "Ada", "email", "ada@example.com")))
                .expect(201)
                .text("/id");
    }

    @Test
    void R21_whoever_asked_does_not_approve() {
        String request = request();
        sales.put("/v1/license-requests/" + request + "/approval", Map.of()).problem(409, "FOUR_EYES");
        assertThat(vendor.api.get("/v1/licenses?plan=" + plan).list("/data")).isEmpty();

        Answer approved = head.put("/v1/license-requests/" + request + "/approval", Map.of("note", "ok"))
                .expect(200);
        assertThat(approved.text("/state")).isEqualTo("approved");
        assertThat(approved.text("/decidedBy")).isNotEqualTo(approved.text("/madeBy"));
        assertThat(vendor.api.get("/v1/licenses?plan=" + plan).list("/data")).hasSize(1);
        sales.put("/v1/license-requests/" + request + "/approval", Map.of()).expect(200);
        assertThat(vendor.api.get("/v1/licenses?plan=" + plan).list("/data")).hasSize(1);
    }

    @Test
    void whoever_asked_may_take_it_back_or_turn_it_down() {
        String back = request();
        sales.put("/v1/license-requests/" + back + "/withdrawal", Map.of()).expect(200);
        head.put("/v1/license-requests/" + back + "/approval", Map.of()).problem(409, "REQUEST_DECIDED");
        sales.put("/v1/license-requests/" + request() + "/rejection", Map.of("reason", "typo"))
                .expect(200);
    }
}
