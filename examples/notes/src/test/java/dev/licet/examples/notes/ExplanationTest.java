package dev.licet.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.sdk.Code;
import dev.licet.sdk.License;
import dev.licet.sdk.LicenseState;
import dev.licet.sdk.Upgrade;
import dev.licet.sdk.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    /** These can't happen to this program, which names no user and always names its device. */
    private static final String ELSEWHERE =
            "VALID|INVALID|UNKNOWN|USER_.*|TOO_MANY_USERS|DEVICE_REQUIRED|FEATURE_NOT_INCLUDED|LEASE_.*|CORES_REQUIRED|"
                    + "TOO_MANY_CORES|TOO_MANY_PROCESSES|WAIT_CANCELLED|NOT_KEPT";

    @ParameterizedTest
    @EnumSource(value = Code.class, mode = EnumSource.Mode.MATCH_NONE, names = ELSEWHERE)
    void everyRefusalHasWordsOfItsOwn(Code code) {
        Explanation words = Explanation.of(refused(code, Optional.empty()));
        Explanation unknown = Explanation.of(Code.UNKNOWN, "the detail");
        assertThat(words.what()).isNotBlank();
        assertThat(words.advice()).isNotBlank().isNotEqualTo(unknown.advice());
    }

    @Test
    void aRefusalOfTomorrowIsTold() {
        assertThat(Explanation.of(Code.UNKNOWN, "The moon is full.").what()).isEqualTo("The moon is full.");
    }

    @Test
    void anOldVersionIsToldTheNewOneAndWhy() {
        Upgrade upgrade = new Upgrade(
                Optional.of("1.0.1"), Optional.of("It can lose notes."), Optional.empty(), Optional.empty());
        assertThat(Explanation.of(refused(Code.VERSION_BLOCKED, Optional.of(upgrade))))
                .isEqualTo(new Explanation(
                        "Notes 1.0.0 must not be used any more. It can lose notes.", "Install version 1.0.1."));
    }

    @Test
    void R60_theEndOfAVersionLeadsToTheOffer() {
        Upgrade upgrade = new Upgrade(
                Optional.of("2.0.0"),
                Optional.of("Version 2 reads all your notes."),
                Optional.of("https://notes.example/to-2"),
                Optional.of("https://notes.example/offer"));
        Warning ending = new Warning(
                Warning.END_OF_LIFE, Warning.Level.CRITICAL, "It ends.", OptionalInt.of(12), Optional.of(upgrade));
        License valid = license(true, Code.VALID, List.of(ending), Optional.empty());
        assertThat(Advice.urgent(valid))
                .containsExactly("Notes 1.0.0 can be used for 12 days more. Version 2 reads all your notes."
                        + " Install version 2.0.0: https://notes.example/to-2 Your offer: https://notes.example/offer");
    }

    @Test
    void aRefusedLicencePermitsWhatNoneDoes() {
        assertThat(Allowance.of(Optional.of(refused(Code.EXPIRED, Optional.empty()))))
                .isEqualTo(Allowance.of(Optional.empty()));
    }

    private static License refused(Code code, Optional<Upgrade> upgrade) {
        return license(false, code, List.of(), upgrade);
    }

    private static License license(boolean valid, Code code, List<Warning> warnings, Optional<Upgrade> upgrade) {
        return new License(
                valid,
                code,
                code.name(),
                "the detail",
                LicenseState.UNKNOWN,
                Optional.of("lic_1"),
                Optional.of("pro"),
                Optional.of(Instant.parse("2027-11-22T10:00:00Z")),
                Optional.empty(),
                OptionalInt.empty(),
                Map.of("export", true),
                warnings,
                upgrade);
    }
}
