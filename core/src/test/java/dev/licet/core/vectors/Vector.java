package dev.licet.core.vectors;

import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case.
 *
 * @param file what stands beside it in its file, such as the keys that tokens are signed with
 * @param json the case itself
 */
public record Vector(Map<String, @Nullable Object> file, Map<String, @Nullable Object> json) {
    /** Its id, unique in all files. */
    public String id() {
        return text("id");
    }

    /** What it is about, one sentence. */
    public String why() {
        return text("why");
    }

    /** What kind of case it is. */
    public String kind() {
        return String.valueOf(file.get("kind"));
    }

    /** A member that has to be there. */
    public String text(String name) {
        return (String) Objects.requireNonNull(json.get(name), name);
    }

    /** A member that has to be there, as an instant. */
    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    /** A member that is an object; null when it is null or absent. */
    public @Nullable Map<String, @Nullable Object> object(String name) {
        Object value = json.get(name);
        return value == null ? null : Json.parseObject(Json.write(value));
    }

    /** What is expected. */
    public Map<String, @Nullable Object> expect() {
        return Objects.requireNonNull(object("expect"));
    }

    /** Fails on members that a runner does not know: a case that is half understood proves nothing. */
    public void only(String... names) {
        Fields fields = Fields.of(json);
        List.of("id", "why", "expect").forEach(fields::any);
        List.of(names).forEach(fields::any);
        fields.noOthers();
        fields.done();
    }
}
