package dev.licet.core.vectors;

import dev.licet.core.id.TypeId;
import dev.licet.core.key.LicenseKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs licence keys and ids. */
final class FormatCheck {
    private FormatCheck() {}

    static void key(Vector vector) {
        vector.only("key");
        Expectation.compare(vector.expect(), orInvalid(() -> {
            LicenseKey key = LicenseKey.parse(vector.text("key"));
            return map("prefix", key.prefix(), "body", key.body());
        }));
    }

    static void typeId(Vector vector) {
        vector.only("text");
        Expectation.compare(vector.expect(), orInvalid(() -> {
            TypeId id = TypeId.parse(vector.text("text"));
            if (!id.toString().equals(vector.text("text"))) {
                throw new AssertionError("It is written " + id + ".");
            }
            return map("prefix", id.prefix(), "uuid", id.uuid().toString());
        }));
    }

    /** What was read, said to be valid; or that it is not. */
    static Map<String, @Nullable Object> orInvalid(Supplier<Map<String, @Nullable Object>> read) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        try {
            actual.putAll(read.get());
            actual.put("valid", true);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            actual.put("valid", false);
        }
        return actual;
    }

    static Map<String, @Nullable Object> map(String a, @Nullable Object first, String b, @Nullable Object second) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(a, first);
        map.put(b, second);
        return map;
    }
}
