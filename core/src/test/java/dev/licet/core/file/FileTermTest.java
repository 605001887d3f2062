package dev.licet.core.file;

import static dev.licet.core.file.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.decision.Standing;
import dev.licet.core.decision.State;
import dev.licet.core.json.Json;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileTermTest {
    private static final Policy AIR_GAP =
            policy("{\"offlineTtl\":\"P7D\",\"airGapTtl\":\"P1Y\",\"checkIn\":\"P30D\",\"devices\":1}");

    @Test
    void aFileLastsAsLongAsAToken() {
        FileTerm term = FileTerm.of(policy("{\"offlineTtl\":\"P3D\",\"checkIn\":\"P30D\"}"), true);
        assertThat(term.longest()).isEqualTo(Span.parse("P3D"));
        assertThat(term.policy().checkIn()).isEqualTo(Span.parse("P30D"));
        assertThat(term.permits(Span.parse("P3D"))).isTrue();
        assertThat(term.permits(Span.parse("P4D"))).isFalse();
    }

    @Test
    void aFileForADeviceMayLastAsLongAsAnAirGap() {
        FileTerm term = FileTerm.of(AIR_GAP, true);
        assertThat(term.longest()).isEqualTo(Span.parse("P1Y"));
        assertThat(term.policy().checkIn()).isNull();
        assertThat(term.policy().devices()).isEqualTo(1);
    }

    @Test
    void aFileForAnyDeviceMayNot() {
        assertThat(FileTerm.of(AIR_GAP, false).longest()).isEqualTo(Span.parse("P7D"));
        assertThat(FileTerm.of(AIR_GAP, false).policy().checkIn()).isEqualTo(Span.parse("P30D"));
    }

    @Test
    void whereSeatsFloatItLastsNoLongerThanASeat() {
        Policy floating = policy("{\"concurrent\":5,\"leaseTtl\":\"PT10M\",\"airGapTtl\":\"P1Y\"}");
        assertThat(FileTerm.of(floating, true).longest()).isEqualTo(Span.parse("PT10M"));
    }

    @Test
    void itEndsWithTheLicence() {
        FileTerm term = FileTerm.of(AIR_GAP, true);
        Instant end = NOW.plus(Duration.ofDays(20));
        assertThat(term.end(standing(end), null, NOW)).isEqualTo(end);
        assertThat(term.end(standing(end), Span.parse("P2D"), NOW)).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(term.end(standing(null), null, NOW)).isEqualTo(NOW.plus(Duration.ofDays(366)));
    }

    private static Standing standing(@Nullable Instant graceUntil) {
        return new Standing(State.ACTIVE, graceUntil, graceUntil, "pro", Features.NONE);
    }

    private static Policy policy(String json) {
        return Policy.read(Json.parseObject(json));
    }
}
