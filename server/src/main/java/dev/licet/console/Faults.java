package dev.licet.console;

import dev.licet.platform.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that comes back: a sentence for the whole, and one for each field.
 *
 * @param code of the problem; null when nothing is wrong
 */
record Faults(@Nullable String code, @Nullable String detail, Map<String, String> fields) {
    static final Faults NONE = new Faults(null, null, Map.of());

    static Faults of(Problem problem) {
        Map<String, String> fields = new LinkedHashMap<>();
        problem.errors().forEach(error -> fields.putIfAbsent(name(error.pointer()), error.detail()));
        return new Faults(problem.code(), problem.detail(), fields);
    }

    /** One sentence that fits the whole form. */
    static Faults of(String detail) {
        return new Faults("FORM", detail, Map.of());
    }

    boolean any() {
        return detail != null;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    String of(Screen screen, String field) {
        return fields.getOrDefault(field, "");
    }

    /** The sentence for the whole. */
    String sentence(Screen screen) {
        return screen.problem(code, detail);
    }

    /** What the form calls a field. */
    String named(Screen screen, String field) {
        return screen.word("field", field) + ":";
    }

    /** Fields of forms have the last part of the pointer as their name, and no slash before it. */
    private static String name(String pointer) {
        String name = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return name.startsWith("users/") ? "assign" : name.replaceFirst("^overrides/(policy|features)/", "");
    }
}
