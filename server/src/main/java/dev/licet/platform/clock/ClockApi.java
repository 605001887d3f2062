package dev.licet.platform.clock;

import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the sandbox's clock, so that renewals, grace and end of life can be tried in a minute. */
@RestController
@Tag(name = "Sandbox", description = "The clock that only sandbox mode lets you move")
@RequestMapping("/v1/sandbox/clock")
class ClockApi {
    private final InstantSource time;
    private final ClockMoves moves;

    ClockApi(InstantSource time, ClockMoves moves) {
        this.time = time;
        this.moves = moves;
    }

    @GetMapping
    @Allow("sandbox:write")
    @Operation(summary = "Read the clock")
    Now now() {
        return new Now(sandbox().instant());
    }

    @PutMapping
    @Allow("sandbox:write")
    @Operation(summary = "Move the clock")
    Now move(@RequestBody Move move, Caller caller) {
        SandboxClock clock = sandbox();
        Instant target = move.from(clock.instant());
        moves.move(clock, target, caller);
        return new Now(clock.instant());
    }

    @DeleteMapping
    @Allow("sandbox:write")
    @Operation(summary = "Return to real time")
    Now reset(Caller caller) {
        SandboxClock clock = sandbox();
        moves.reset(clock, caller);
        return new Now(clock.instant());
    }

    private SandboxClock sandbox() {
        if (time instanceof SandboxClock clock) {
            return clock;
        }
        throw Problem.notFound("clock: only sandbox mode has one that can be moved");
    }

    record Now(Instant now) {}

    /** Onwards by a span, or to a moment, which may lie in the past. */
    record Move(@Nullable Span advance, @Nullable Instant at) {

        Instant from(Instant now) {
            new Checks()
                    .that("/advance", (advance == null) != (at == null), "give either advance or at")
                    .done();
            Instant target = advance == null ? Objects.requireNonNull(at) : advance.addTo(now);
            new Checks()
                    .that(
                            advance == null ? "/at" : "/advance",
                            target.isBefore(Instants.END.minusSeconds(86400)),
                            "goes beyond the year 9999")
                    .done();
            return target;
        }
    }
}
