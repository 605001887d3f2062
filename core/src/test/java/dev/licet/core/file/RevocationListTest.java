package dev.licet.core.file;

import static dev.licet.core.file.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.decision.Code;
import dev.licet.core.file.InvalidFile.Fault;
import dev.licet.core.file.RevocationList.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevocationListTest {
    private static final Fixture FIXTURE = new Fixture();

    static RevocationList list(Map<String, Reason> licenses, Map<String, Reason> files) {
        return new RevocationList(
                "https://licet.example.com",
                "notes",
                NOW,
                NOW.plus(Duration.ofHours(12)),
                NOW.plus(Duration.ofHours(24)),
                licenses,
                files);
    }

    @Test
    void itIsReadAsItWasWritten() {
        RevocationList list = list(Map.of("lic_1", Reason.SUSPENDED), Map.of("file_1", Reason.DEVICE_RELEASED));
        String text = list.write(List.of(FIXTURE.classic));
        assertThat(RevocationList.verify(text, FIXTURE.keys, "notes")).isEqualTo(list);
        assertThat(RevocationList.verify(text + "\n", FIXTURE.keys, "notes")).isEqualTo(list);
    }

    @Test
    void itSaysWhy() {
        RevocationList license = list(Map.of(FIXTURE.grant().license(), Reason.REVOKED), Map.of());
        RevocationList file = list(Map.of(), Map.of(FIXTURE.grant().id(), Reason.DEVICE_RELEASED));
        assertThat(license.of(FIXTURE.grant())).isEqualTo(Reason.REVOKED);
        assertThat(file.of(FIXTURE.grant())).isEqualTo(Reason.DEVICE_RELEASED);
        assertThat(list(Map.of(), Map.of()).of(FIXTURE.grant())).isNull();
        assertThat(Reason.DEVICE_RELEASED.code()).isEqualTo(Code.DEVICE_NOT_ACTIVATED);
    }

    @Test
    void itSaysSoForADayOnly() {
        RevocationList list = list(Map.of(), Map.of());
        assertThat(list.isFresh(NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(list.isFresh(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void thatOfAnotherProductSaysNothing() {
        String text = list(Map.of(), Map.of()).write(List.of(FIXTURE.classic));
        assertThatThrownBy(() -> RevocationList.verify(text, FIXTURE.keys, "maps"))
                .isInstanceOfSatisfying(
                        InvalidFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.FILE_UNTRUSTED));
    }

    @Test
    void aLongListIsReadToo() {
        Map<String, Reason> many = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            many.put("lic_01h455vb4pex5vsknk084s" + (100_000 + i), Reason.REVOKED);
        }
        String text = list(many, Map.of()).write(List.of(FIXTURE.classic));
        assertThat(RevocationList.verify(text, FIXTURE.keys, "notes").licenses())
                .hasSize(50_000);
    }
}
