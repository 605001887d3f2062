package dev.licet.sdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The call of the HTTP contract about usage. */
record UsageApi(Api api) {

    /** Reports events; none asks for the balances. Each id counts once, so it may be sent again. */
    Answer report(String key, List<SpooledEvent> events) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("key", key);
        body.put("events", events.stream().map(SpooledEvent::toMap).toList());
        Answer answer = api.post("v1/usage", Map.of(), body);
        if (answer.integer("accepted").isEmpty()) {
            throw new LicetException.Unreachable("The answer is not from a Licet server.");
        }
        return answer;
    }

    /** Why an event of a report was not counted, by its id. */
    static Map<String, String> refused(Answer answer) {
        Map<String, String> codes = new LinkedHashMap<>();
        answer.objects("refused")
                .forEach(each ->
                        codes.put(each.text("id").orElse(""), each.text("code").orElse(Code.UNKNOWN.name())));
        return codes;
    }
}
