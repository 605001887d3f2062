package dev.licet.platform;

import dev.licet.platform.json.JsonBody;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * PATCH as a JSON merge patch (RFC 7396): the resource in the form that POST takes, with the given members put over it
 * and null taking one away, then read as strictly as in POST.
 */
@Component
public final class Merge {
    private final JsonMapper json;

    Merge(JsonMapper json) {
        this.json = json;
    }

    /**
     * Puts a patch over a resource.
     *
     * @param current the resource in the form that POST takes
     * @throws Problem 422 when the patch is no object or the outcome is no {@code type}
     */
    public <T> T merge(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode change)) {
            throw Problem.invalid("", "must be a JSON object with the fields to change");
        }
        ObjectNode merged = json.valueToTree(current);
        apply(merged, change);
        return JsonBody.read(() -> json.treeToValue(merged, type));
    }

    private static void apply(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String name = change.getKey();
            if (change.getValue() instanceof ObjectNode inner) {
                ObjectNode place = target.get(name) instanceof ObjectNode there ? there : target.putObject(name);
                apply(place, inner);
            } else if (change.getValue().isNull()) {
                target.remove(name);
            } else {
                target.set(name, change.getValue());
            }
        }
    }
}
