package dev.licet.testing;

import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.ETags;
import dev.licet.platform.Events;
import dev.licet.platform.Merge;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Handlers that do what no real one does, or do it plainly; only test servers have them. */
@RestController
@RequestMapping("/probe")
public class ProbeApi {
    private final Events events;
    private final JdbcClient jdbc;
    private final Merge merge;

    ProbeApi(Events events, JdbcClient jdbc, Merge merge) {
        this.events = events;
        this.jdbc = jdbc;
        this.merge = merge;
    }

    /** Some of every type. */
    public record Everything(
            @Nullable String text,
            @Nullable Integer count,
            @Nullable BigDecimal amount,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable Span span,
            @Nullable Kind kind,
            @Nullable List<String> list,
            @Nullable Map<String, @Nullable Object> map,
            @Nullable Policy policy) {}

    /** Some constants. */
    public enum Kind {
        SOFT_WARE,
        OTHER
    }

    @PostMapping("/everything")
    @Public
    Everything everything(@RequestBody Everything body) {
        return body;
    }

    @PatchMapping("/everything")
    @Public
    ResponseEntity<Everything> patch(@RequestBody JsonNode patch, HttpServletRequest request) {
        ETags.match(request, 7);
        var now = new Everything("old", 1, null, true, null, null, Kind.OTHER, null, Map.of("a", "b", "c", "d"), null);
        return ETags.ok(merge.merge(now, patch, Everything.class), 8);
    }

    @GetMapping("/everything")
    @Public
    ResponseEntity<Map<String, String>> versioned() {
        return ETags.ok(Map.of("version", "7"), 7);
    }

    @GetMapping("/list")
    @Public
    Page<String> list(@RequestParam(required = false) @Nullable Kind kind, Paging paging) {
        return new Page<>(List.of(paging.limit() + " " + kind), null);
    }

    @GetMapping("/filtered")
    @Public
    Page<String> filtered(Filters filters, Paging paging) {
        return new Page<>(List.of(filters.toString()), null);
    }

    /** Filters as one argument. */
    public record Filters(
            @Nullable Kind kind,
            @Nullable Instant before,
            @Nullable Integer count) {}

    @GetMapping("/numbers/{number}")
    @Public
    int number(@PathVariable int number, @RequestParam(defaultValue = "1") int times) {
        return number * times;
    }

    @GetMapping("/broken")
    @Public
    String broken() {
        throw new IllegalStateException("a secret detail");
    }

    @GetMapping("/contradiction")
    @Public
    int contradiction() {
        return jdbc.sql("insert into sandbox_clock (one, offset_micros) values (false, 0)")
                .update();
    }

    @DeleteMapping("/events")
    @Public
    int forget() {
        return jdbc.sql("delete from events").update();
    }

    /** Writes an event and then perhaps fails. */
    @PostMapping("/changes")
    @Allow("licenses:write")
    @Transactional
    public ResponseEntity<Map<String, Object>> change(@RequestBody Change change, Caller caller) {
        events.record(caller, "probe.changed", change.subject(), null, null, Map.of("fail", change.fail()));
        switch (change.fail()) {
            case "refuse" -> throw Problem.conflict("PROBE_REFUSED", "As asked.");
            case "break" -> throw new IllegalStateException("as asked");
            case "sql" -> jdbc.sql("select 1 / 0").query(Integer.class).single();
            case "forbid" -> throw Problem.of(403, "FORBIDDEN", "As asked.");
            default -> {}
        }
        return ETags.created(
                "/probe/changes/" + change.subject(),
                Map.of("subject", change.subject(), "nano", System.nanoTime()),
                3);
    }

    /** What to change, and how to fail. */
    public record Change(String subject, String fail) {}
}
