package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.json.Json;
import dev.licet.platform.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who had seats at a moment, from the events that gave and freed them. */
@Component
class PastSeats {
    private static final String ASSIGNED = "license.user_assigned";
    private static final String FREED = "license.user_freed";

    private final EventLog events;

    PastSeats(EventLog events) {
        this.events = events;
    }

    record Found(Facts.Users users, List<PastDecision.Source> sources) {}

    Found find(License license, @Nullable String user, Instant at) {
        Map<String, EventLog.Event> seats = new LinkedHashMap<>();
        for (EventLog.Event event : events.span(license.typeId(), List.of(ASSIGNED, FREED), Instant.EPOCH, at)) {
            if (event.type().equals(ASSIGNED)) {
                seats.put(email(event.after()), event);
            } else {
                seats.remove(email(event.before()));
            }
        }
        String asked = user == null ? null : normal(user);
        EventLog.Event own = asked == null ? null : seats.get(asked);
        Integer rank = own == null ? null : new ArrayList<>(seats.values()).indexOf(own) + 1;
        return new Found(
                new Facts.Users(seats.size(), rank),
                own == null ? List.of() : List.of(PastDecision.Source.of(own, "the seat of the user who asks")));
    }

    private static String email(@Nullable String seat) {
        return normal(String.valueOf(
                Json.parseObject(Objects.requireNonNullElse(seat, "{}")).get("email")));
    }

    private static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
