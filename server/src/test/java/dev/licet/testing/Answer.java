package dev.licet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server answered. */
public record Answer(HttpResponse<byte[]> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Fails, showing the body, when the status is another. */
    public Answer expect(int status) {
        assertThat(status()).as(this::toString).isEqualTo(status);
        return this;
    }

    /** Fails, showing the body, when it is no problem of this status and code. */
    public Answer problem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(at("/code")).as(this::toString).isEqualTo(code);
        return this;
    }

    /** Fails when it is no 422 that names this field. */
    public Answer invalid(String pointer) {
        problem(422, "INVALID");
        assertThat(list("/errors")).as(this::toString).anyMatch(e -> pointer.equals(((Map<?, ?>) e).get("pointer")));
        return this;
    }

    /** The body as maps, lists, text, BigDecimal and booleans. */
    public @Nullable Object json() {
        return Json.parse(body());
    }

    /** The value at a JSON pointer; null when it is null or not there. */
    public @Nullable Object at(String pointer) {
        Object at = json();
        for (String part : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            String name = part.replace("~1", "/").replace("~0", "~");
            at = switch (at) {
                case Map<?, ?> object -> object.get(name);
                case List<?> list -> Integer.parseInt(name) < list.size() ? list.get(Integer.parseInt(name)) : null;
                case null, default -> null;
            };
        }
        return at;
    }

    /** The text at a JSON pointer, which must be there. */
    public String text(String pointer) {
        Object value = at(pointer);
        assertThat(value).as("%s in %s", pointer, this).isInstanceOf(String.class);
        return String.valueOf(value);
    }

    /** The object at a JSON pointer, which must be there. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> object(String pointer) {
        Object value = at(pointer);
        assertThat(value).as("%s in %s", pointer, this).isInstanceOf(Map.class);
        return value instanceof Map<?, ?> object ? (Map<String, @Nullable Object>) object : Map.of();
    }

    /** The list at a JSON pointer, which must be there. */
    public List<?> list(String pointer) {
        Object value = at(pointer);
        assertThat(value).as("%s in %s", pointer, this).isInstanceOf(List.class);
        return value instanceof List<?> list ? list : List.of();
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.request().uri() + " -> " + status() + "\n" + body();
    }
}
