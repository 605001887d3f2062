package dev.licet.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Http;
import dev.licet.testing.TestServer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerApiTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PATH = "/v1/customers";

    private final Http http = TestServer.shared().http();

    @ParameterizedTest
    @ValueSource(strings = {"organization", "individual", "employee", "partner"})
    void r16_licences_go_to_customers_employees_and_partners(String kind) {
        String mark = unique();

        Answer made = http.post(PATH, customer("name", mark, "kind", kind)).expect(201);

        assertThat(made.text("/id")).startsWith("cust_");
        assertThat(made.text("/kind")).isEqualTo(kind);
        Answer listed = http.get(PATH + "?kind=" + kind + "&q=" + mark).expect(200);
        assertThat(listed.list("/data")).hasSize(1);
        assertThat(listed.at("/data/0")).isEqualTo(made.json());
        String other = kind.equals("partner") ? "employee" : "partner";
        assertThat(http.get(PATH + "?kind=" + other + "&q=" + mark).list("/data"))
                .isEmpty();
    }

    @Test
    void a_customer_is_made_and_read() {
        String externalId = unique();
        Map<String, @Nullable Object> wanted = customer("externalId", externalId);
        Map<String, Object> metadata = Map.of("tier", "A", "seats", new BigDecimal("12.50"), "vip", true);
        wanted.put("metadata", metadata);

        Answer made = http.post(PATH, wanted).expect(201);

        assertThat(made.header("Location")).isEqualTo(PATH + "/" + made.text("/id"));
        assertThat(made.text("/externalId")).isEqualTo(externalId);
        assertThat(made.at("/metadata")).isEqualTo(metadata);
        Answer read = http.get(PATH + "/" + made.text("/id")).expect(200);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "kind, null",
                "kind, company",
                "name, null",
                "name, ''",
                "email, null",
                "email, ''",
                "email, ada",
                "email, '@example.com'",
                "email, 'ada@'",
                "email, 'ada lovelace@example.com'",
                "email, 'ada@example.com, eve@example.com'",
                "country, null",
                "country, ''",
                "country, de",
                "country, XX",
                "country, DEU",
                "externalId, ''",
                "externalId, ' '",
                "externalId, cust_01jd5k2v8xf0r9w3m6q4t7y1za",
            })
    void a_bad_value_is_refused_by_name(String field, @Nullable String value) {
        http.post(PATH, customer(field, value)).invalid("/" + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "ada+licet@mail.example.co.uk",
                "J\u00f6rg@b\u00fccher.example",
                "\u7528\u6237@\u4f8b\u5b50.\u5e7f\u544a",
                "o'neill@example.com"
            })
    void addresses_of_the_world_are_taken(String email) {
        Answer made = http.post(PATH, customer("email", email)).expect(201);

        assertThat(made.text("/email")).isEqualTo(email);
    }

    @Test
    void an_address_has_an_end() {
        String at254 = "a@" + "b".repeat(248) + ".com";
        http.post(PATH, customer("email", at254)).expect(201);
        http.post(PATH, customer("email", "x" + at254)).invalid("/email");
    }

    @Test
    void metadata_has_bounds() {
        http.post(PATH, metadata(Map.of("list", List.of()))).invalid("/metadata/list");
        http.post(PATH, metadata(Map.of("object", Map.of()))).invalid("/metadata/object");
        http.post(PATH, metadata(Map.of("k".repeat(65), 1))).problem(422, "INVALID");
        http.post(PATH, metadata(Map.of("", 1))).problem(422, "INVALID");
        Map<String, @Nullable Object> none = new LinkedHashMap<>();
        none.put("none", null);
        http.post(PATH, metadata(none)).invalid("/metadata/none");
        Map<String, @Nullable Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put("key" + i, i);
        }
        http.post(PATH, metadata(many)).expect(201);
        many.put("one too many", true);
        http.post(PATH, metadata(many)).invalid("/metadata");
        Map<String, @Nullable Object> large = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            large.put("key" + i, "x".repeat(500));
        }
        http.post(PATH, metadata(large)).invalid("/metadata");
    }

    @Test
    void an_external_id_is_taken_once() {
        String externalId = unique();
        http.post(PATH, customer("externalId", externalId)).expect(201);
        String other = http.post(PATH, customer("externalId", unique())).text("/id");

        Answer refused = http.post(PATH, customer("externalId", externalId)).problem(409, "EXTERNAL_ID_TAKEN");

        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/externalId");
        http.patch(PATH + "/" + other, Map.of("externalId", externalId)).problem(409, "EXTERNAL_ID_TAKEN");
    }

    @Test
    void a_patch_changes_what_it_names() {
        Answer made = http.post(PATH, metadata(Map.of("a", 1, "b", "two"))).expect(201);
        String path = PATH + "/" + made.text("/id");
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("a", null);
        metadata.put("c", true);

        Answer changed =
                http.patch(path, Map.of("name", "Other", "metadata", metadata)).expect(200);

        assertThat(changed.text("/name")).isEqualTo("Other");
        assertThat(changed.at("/metadata")).isEqualTo(Map.of("b", "two", "c", true));
        assertThat(changed.text("/email")).isEqualTo(made.text("/email"));
        http.with("If-Match", String.valueOf(made.header("ETag")))
                .patch(path, Map.of("name", "Stale"))
                .problem(412, "STALE");
        http.patch(path, Map.of("country", "Germany")).invalid("/country");
        http.patch(path, Map.of("id", "cust_x")).invalid("/id");
        assertThat(http.get(path).json()).isEqualTo(changed.json());
        assertThat(http.patch(path, Map.of("name", "Other")).header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void lists_are_filtered() {
        String mark = unique();
        http.post(PATH, customer("name", mark, "country", "FR")).expect(201);
        http.post(PATH, customer("email", mark + "@example.com", "externalId", mark))
                .expect(201);

        assertThat(http.get(PATH + "?q=" + mark.toUpperCase(Locale.ROOT)).list("/data"))
                .hasSize(2);
        assertThat(http.get(PATH + "?country=FR&q=" + mark).list("/data")).hasSize(1);
        assertThat(http.get(PATH + "?externalId=" + mark).list("/data")).hasSize(1);
        Answer page = http.get(PATH + "?limit=1&q=" + mark).expect(200);
        assertThat(http.get(PATH + "?limit=1&q=" + mark + "&after=" + page.text("/next"))
                        .at("/next"))
                .isNull();
        http.get(PATH + "?kind=company").invalid("kind");
        http.get(PATH + "?country=Germany").invalid("country");
        http.get(PATH + "?city=Bonn").invalid("city");
    }

    @Test
    void what_is_not_there_is_not_found() {
        http.get(PATH + "/cust_01jd5k2v8xf0r9w3m6q4t7y1za").problem(404, "NOT_FOUND");
        http.get(PATH + "/ada").problem(404, "NOT_FOUND");
        http.patch(PATH + "/ada", Map.of()).problem(404, "NOT_FOUND");
        http.anonymous().get(PATH).expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); drop table customers;--",
                "<b>Bold & \"quoted\"</b>",
                "\u202e\u05e9\u05dc\u05d5\u05dd",
                "\ud83d\ude80 \ud83d\udc69\u200d\ud83d\udd2c"
            })
    void text_is_kept_as_it_is(String text) {
        String suffix = unique();
        Map<String, @Nullable Object> wanted = customer("name", text, "externalId", text + suffix);
        wanted.put("metadata", Map.of(text.strip(), text));

        Answer made = http.post(PATH, wanted).expect(201);

        Answer read = http.get(PATH + "/" + made.text("/id"));
        assertThat(read.text("/name")).isEqualTo(text);
        assertThat(read.at("/metadata")).isEqualTo(Map.of(text.strip(), text));
        String query = URLEncoder.encode(text + suffix, StandardCharsets.UTF_8);
        assertThat(http.get(PATH + "?externalId=" + query).list("/data")).hasSize(1);
    }

    static String unique() {
        return "c" + COUNT.incrementAndGet() + "x";
    }

    /** An ordinary customer, but for these fields. */
    static Map<String, @Nullable Object> customer(@Nullable String... fields) {
        Map<String, @Nullable Object> customer = new LinkedHashMap<>();
        customer.put("kind", "organization");
        customer.put("name", "Analytical Engines");
        customer.put("email", "office@example.com");
        customer.put("country", "DE");
        for (int i = 0; i < fields.length; i += 2) {
            customer.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return customer;
    }

    private static Map<String, @Nullable Object> metadata(Map<String, ? extends @Nullable Object> metadata) {
        Map<String, @Nullable Object> customer = customer();
        customer.put("metadata", metadata);
        return customer;
    }
}
