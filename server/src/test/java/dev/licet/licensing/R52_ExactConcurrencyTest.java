package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import dev.licet.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** N floating seats are N seats, however many programs want one at once. {@code -Drounds=1000} takes its time. */
class R52_ExactConcurrencyTest {
    private final Vendor vendor = Vendor.onSharedServer();

    static Stream<Integer> rounds() {
        return Stream.iterate(1, round -> round + 1).limit(Integer.getInteger("rounds", 3));
    }

    private static List<Answer> given(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).toList();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void R52_200ProgramsAtOnceGetExactlyTheSeatsThereAre(int round) {
        int seats = 1 + (37 * round) % 150;
        Vendor.Issued license = vendor.issue(vendor.plan("p" + round, Map.of("concurrent", seats)));
        for (int time = 1; time <= 2; time++) {
            List<Answer> answers = Together.call(200, i -> vendor.take(license, Map.of("process", "process-" + i)));
            assertThat(given(answers)).hasSize(seats);
            answers.stream()
                    .filter(answer -> answer.status() != 201)
                    .forEach(answer -> assertThat(
                                    answer.problem(409, "SEATS_EXHAUSTED").at("/limit"))
                            .hasToString(String.valueOf(seats)));
            assertThat(vendor.seatsTaken(license)).isEqualTo(seats);
            List<Answer> back = Together.call(
                    seats, i -> vendor.giveBack(license, given(answers).get(i).text("/lease/id")));
            back.forEach(answer -> answer.expect(204));
            assertThat(vendor.seatsTaken(license)).as("all are there again").isZero();
        }
    }

    @Test
    void programsThatSayNothingOfThemselvesAreDifferentOnes() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("concurrent", 7)));
        List<Answer> answers = Together.call(30, i -> vendor.take(license, Map.of()));
        assertThat(given(answers)).hasSize(7);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(23);
    }

    @Test
    void oneProgramThatAsks50TimesAtOnceHasOneSeat() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("concurrent", 7)));
        List<Answer> answers = Together.call(50, i -> vendor.take(license, Map.of("process", "the one")));
        assertThat(given(answers)).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.text("/lease/id")).distinct())
                .hasSize(1);
        assertThat(vendor.seatsTaken(license)).isEqualTo(1);
    }

    @Test
    void seatsOfAFeatureAreCountedByThemselves() {
        vendor.feature("cad", "number").feature("export", "switch");
        Vendor.Issued license =
                vendor.issue(vendor.plan("mixed", Map.of("concurrent", 3), Map.of("cad", 2, "export", true)));
        List<Answer> cad =
                Together.call(20, i -> vendor.take(license, Map.of("process", "process-" + i, "feature", "cad")));
        assertThat(given(cad)).hasSize(2);
        assertThat(vendor.seatsTaken(license)).as("those of the license").isZero();
        List<Answer> export =
                Together.call(20, i -> vendor.take(license, Map.of("process", "process-" + i, "feature", "export")));
        assertThat(given(export)).hasSize(3);
        vendor.take(license, Map.of("process", "another")).problem(409, "SEATS_EXHAUSTED");
        vendor.take(license, Map.of("feature", "nothing")).problem(409, "FEATURE_NOT_INCLUDED");
    }

    @Test
    void severalAtOnceAreAllOrNone() {
        Vendor.Issued license = vendor.issue(vendor.plan(Map.of("concurrent", 10)));
        List<Answer> answers =
                Together.call(20, i -> vendor.take(license, Map.of("process", "process-" + i, "quantity", 4)));
        assertThat(given(answers)).hasSize(2);
        assertThat(vendor.seatsTaken(license)).isEqualTo(8);
        Answer no = vendor.take(license, Map.of("quantity", 3)).problem(409, "SEATS_EXHAUSTED");
        assertThat(no.at("/inUse")).hasToString("8");
        assertThat(no.text("/detail")).contains("Only 2 of 10");
        vendor.take(license, Map.of("quantity", 2)).expect(201);
    }
}
