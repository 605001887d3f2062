package dev.licet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is data: what comes in goes out, character by character. */
class HostileTextTest {
    private final Shop shop = new Shop().feature("support", "text");
    private final Http http = shop.http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table products; --",
                "\" or 1=1 /*",
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "{{7*7}} ${jndi:ldap://x} %s %n \\u0000",
                "\u202e\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627\u202c",
                "\ud83d\udc69\u200d\ud83d\udcbb \ud83c\udff3\ufe0f\u200d\ud83c\udf08 \ud840\udc00",
                "e\u0301 \u00e9 \u0130 \u00df \ufeff",
                "tab\tline\nreturn\r bell\u0007 delete\u007f",
                "% _ \\ :name ? $1",
            })
    void text_is_kept_as_it_is(String text) {
        Answer product = http.patch(shop.path, Map.of("name", text)).expect(200);
        Answer feature = http.patch(shop.path + "/features/support", Map.of("name", text, "unit", "u"))
                .expect(200);
        Answer plan = shop.plan("pro", Map.of("support", text), Map.of("versions", Map.of("message", text)))
                .expect(201);

        assertThat(product.text("/name")).isEqualTo(text);
        assertThat(http.get(shop.path).text("/name")).isEqualTo(text);
        assertThat(feature.text("/name")).isEqualTo(text);
        Answer read = http.get("/v1/plans/" + plan.text("/id"));
        assertThat(read.text("/features/support")).isEqualTo(text);
        assertThat(read.text("/policy/versions/message")).isEqualTo(text);
        String q = URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(http.get("/v1/products?q=" + q).expect(200).list("/data"))
                .anySatisfy(found -> assertThat(((Map<?, ?>) found).get("code")).isEqualTo(shop.product));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\""})
    void text_that_cannot_be_kept_is_refused(String json) {
        byte[] body = ("{\"name\":" + json + "}").getBytes(StandardCharsets.UTF_8);

        http.send("PATCH", shop.path, "application/json", body).invalid("/name");

        assertThat(http.get(shop.path).body())
                .isEqualTo(shop.http.get(shop.path).body());
        assertThat(http.get("/v1/products?q=%00").status()).isBetween(400, 499);
        assertThat(http.get("/v1/products/%00").status()).isBetween(400, 499);
    }
}
