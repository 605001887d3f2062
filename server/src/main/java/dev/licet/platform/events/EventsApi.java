package dev.licet.platform.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.licet.core.id.TypeId;
import dev.licet.platform.Allow;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, when and why, with what it was before and after. */
@RestController
@RequestMapping("/v1/events")
class EventsApi {
    private final EventStore store;

    EventsApi(EventStore store) {
        this.store = store;
    }

    @GetMapping
    @Allow("events:read")
    Page<Event> list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            Paging paging) {
        return Page.of(store.list(subject, type, actor, paging), paging, EventStore.Row::id, Event::of);
    }

    record Event(
            TypeId id,
            Instant at,
            String type,
            String subject,
            String actor,
            @Nullable String reason,
            String requestId,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after) {

        static Event of(EventStore.Row row) {
            return new Event(
                    new TypeId("evt", row.id()),
                    row.at(),
                    row.type(),
                    row.subject(),
                    row.actor(),
                    row.reason(),
                    row.requestId(),
                    row.before(),
                    row.after());
        }
    }
}
