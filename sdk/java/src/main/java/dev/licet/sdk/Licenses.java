package dev.licet.sdk;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what was found out into the form that programs see. */
final class Licenses {

    private Licenses() {}

    /** What a decision about a licence means to a program. */
    static License of(String id, Decision decision, Instant now) {
        Standing standing = decision.standing();
        Optional<Standing> where = Optional.ofNullable(standing);
        boolean valid = decision instanceof Decision.Permitted;
        Optional<Instant> end = where.map(Standing::expiresAt);
        return new License(
                valid,
                Code.of(decision.code().name()),
                decision.code().name(),
                decision.detail(),
                where.map(Standing::state).map(Licenses::state).orElse(LicenseState.UNKNOWN),
                Optional.of(id),
                where.map(Standing::plan),
                end,
                where.map(Standing::graceUntil),
                daysLeft(end, now),
                valid && standing != null ? standing.features().values() : Map.of(),
                decision instanceof Decision.Permitted permitted ? warnings(permitted) : List.of(),
                decision instanceof Decision.Refused refused ? Upgrade.of(refused.upgrade()) : Optional.empty());
    }

    /** The server's no. It need not be signed, since it permits nothing. */
    static License refused(Answer answer, Instant now) {
        Answer license = answer.object("license").orElse(new Answer(Map.of()));
        String code = answer.text("code").orElse(Code.UNKNOWN.name());
        Optional<Instant> end = license.instant("expiresAt");
        return refusal(code, answer.text("detail").orElse(code), license, end, daysLeft(end, now), answer);
    }

    /** Nothing is known. */
    static License none(@Nullable String trouble) {
        String detail = trouble == null ? "No licence is activated here." : "No licence can be used here: " + trouble;
        Answer empty = new Answer(Map.of());
        return refusal(Code.NOT_ACTIVATED.name(), detail, empty, Optional.empty(), OptionalInt.empty(), empty);
    }

    static License clockSetBack(License license, TrustedTime time, Instant local) {
        return license.refused(
                Code.CLOCK_SET_BACK.name(),
                "The machine's clock says " + local + ", and it has been " + time.seen()
                        + " already. Set it right, and connect once or bring the answer to a new request to go on.");
    }

    /** What else the server warns of. It permits nothing, so it need not be signed. */
    static License withWarnings(License license, Answer answer) {
        License all = license;
        for (Answer each : license.valid() ? answer.objects("warnings") : List.<Answer>of()) {
            String code = each.text("code").orElse(Code.UNKNOWN.name());
            if (all.warnings().stream().noneMatch(known -> known.code().equals(code))) {
                all = all.with(warning(code, each));
            }
        }
        return all;
    }

    private static Warning warning(String code, Answer warning) {
        OptionalInt days = warning.integer("daysLeft").map(OptionalInt::of).orElse(OptionalInt.empty());
        return new Warning(
                code,
                level(warning),
                warning.text("detail").orElse(code),
                days,
                warning.object("upgrade").map(Upgrade::of));
    }

    private static Warning.Level level(Answer warning) {
        String text = warning.text("level").orElse("");
        return Stream.of(Warning.Level.values())
                .filter(level -> level.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(Warning.Level.WARNING);
    }

    private static License refusal(
            String code, String detail, Answer license, Optional<Instant> end, OptionalInt daysLeft, Answer answer) {
        boolean none = license.json().isEmpty();
        return new License(
                false,
                Code.of(code),
                code,
                detail,
                none
                        ? LicenseState.NONE
                        : license.text("state").map(LicenseState::of).orElse(LicenseState.UNKNOWN),
                license.text("id"),
                license.text("plan"),
                end,
                license.instant("graceUntil"),
                daysLeft,
                Map.of(),
                List.of(),
                answer.object("upgrade").map(Upgrade::of));
    }

    private static LicenseState state(dev.licet.core.decision.State state) {
        return LicenseState.valueOf(state.name());
    }

    private static List<Warning> warnings(Decision.Permitted permitted) {
        return permitted.warnings().stream()
                .map(warning -> new Warning(
                        warning.code().name(),
                        Warning.Level.valueOf(warning.level().name()),
                        warning.detail(),
                        warning.daysLeft() == null ? OptionalInt.empty() : OptionalInt.of(warning.daysLeft()),
                        Upgrade.of(warning.upgrade())))
                .toList();
    }

    static OptionalInt daysLeft(Optional<Instant> end, Instant now) {
        return end.map(instant -> OptionalInt.of(daysUntil(instant, now))).orElse(OptionalInt.empty());
    }

    /** A begun day counts as one. */
    static int daysUntil(Instant end, Instant now) {
        Duration left = Duration.between(now, end);
        long begun = left.isNegative() ? 0 : left.plusDays(1).minusNanos(1).toDays();
        return (int) Math.min(begun, Integer.MAX_VALUE);
    }
}
