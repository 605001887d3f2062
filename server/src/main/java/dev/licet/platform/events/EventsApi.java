package dev.licet.platform.events;

import dev.licet.platform.Allow;
import dev.licet.platform.EventLog;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, when and why, with what it was before and after. */
@RestController
@Tag(name = "Events", description = "Who changed what, when and why")
@RequestMapping("/v1/events")
class EventsApi {
    private final EventLog log;

    EventsApi(EventLog log) {
        this.log = log;
    }

    @GetMapping
    @Allow("events:read")
    @Operation(summary = "List changes, newest first")
    Page<EventLog.Event> list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            Paging paging) {
        return log.page(subject, type, actor, paging);
    }
}
