package dev.licet.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.Starts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void everyBadFieldIsNamedAtOnce() {
        String policy = """
                {"term": "a year", "starts": "now", "trial": "yes", "devices": 2.5, "users": -1, "overage": "3x",
                 "warnBefore": ["P7D", 1], "leaseTtl": "PT0S", "regions": {"allow": ["Germany"]}, "colour": "red",
                 "versions": {"min": "3.0", "max": "2.0", "blocked": ["x"]}, "unbindsPerPeriod": {"period": "P1D"}}
                """;
        assertThat(pointers(() -> Policy.read(Json.parseObject(policy))))
                .containsExactlyInAnyOrder(
                        "/term",
                        "/starts",
                        "/trial",
                        "/devices",
                        "/users",
                        "/overage",
                        "/warnBefore",
                        "/leaseTtl",
                        "/regions/allow",
                        "/colour",
                        "/versions/max",
                        "/versions/blocked",
                        "/unbindsPerPeriod/limit");
    }

    @Test
    void aFieldInADeeperObjectIsNamedByItsWholePath() {
        assertThat(pointers(() -> Features.read(Json.parseObject(
                        "{\"api\":{\"value\":{\"limit\":-1},\"expiresAt\":\"soon\"},\"a/b~c\":null,\"export\":[]}"))))
                .containsExactlyInAnyOrder("/api/value/limit", "/api/expiresAt", "/a~1b~0c", "/export");
    }

    @Test
    void entriesOfListsAreNamedByTheirPlace() {
        assertThat(pointers(() -> {
                    Fields fields = Fields.of(Json.parseObject("{\"list\":[{\"n\":1},{\"n\":\"x\"}]}"));
                    fields.objects("list").forEach(each -> each.integer("n", 0, 9));
                    fields.done();
                }))
                .containsExactly("/list/1/n");
    }

    @Test
    void aTextThatIsMissingIsSaidOnce() {
        assertThat(pointers(() -> {
                    Fields fields = Fields.of(Json.parseObject("{\"a\":1,\"b\":null}"));
                    fields.requiredText("a");
                    fields.requiredText("b");
                    fields.requiredText("c");
                    fields.done();
                }))
                .containsExactly("/a", "/b", "/c");
    }

    @Test
    void anUnknownFieldIsRefusedTogetherWithWhatThereIs() {
        Fields fields = Fields.of(Json.parseObject("{\"nmae\":\"x\"}"));
        fields.text("name");
        fields.noOthers();
        InvalidFields thrown = caught(fields::done);
        assertThat(thrown.errors()).hasSize(1);
        assertThat(thrown.errors().get(0).pointer()).isEqualTo("/nmae");
        assertThat(thrown.errors().get(0).detail()).contains("name");
    }

    @Test
    void anOpenDocumentMayHoldMoreAtAnyDepth() {
        Fields fields = Fields.open(Json.parseObject("{\"new\":1,\"old\":{\"newer\":2,\"list\":[{\"newest\":3}]}}"));
        Fields old = Objects.requireNonNull(fields.object("old"));
        old.objects("list").forEach(Fields::noOthers);
        old.noOthers();
        fields.noOthers();
        fields.done();
    }

    @Test
    void wholeNumbersHaveTheirBounds() {
        Fields fields = Fields.of(Json.parseObject("{\"a\":5,\"b\":5.0,\"c\":1e1,\"d\":11,\"e\":5.5,\"f\":1e30}"));
        assertThat(fields.integer("a", 0, 10)).isEqualTo(5);
        assertThat(fields.integer("b", 0, 10)).isEqualTo(5);
        assertThat(fields.integer("c", 0, 10)).isEqualTo(10);
        List.of("d", "e", "f")
                .forEach(each -> assertThat(fields.integer(each, 0, 10)).isNull());
        assertThat(pointers(fields::done)).containsExactly("/d", "/e", "/f");
    }

    @Test
    void aTextHasAtMost1000Characters() {
        Fields fields = Fields.of(java.util.Map.of("a", "x".repeat(1000), "b", "x".repeat(1001)));
        assertThat(fields.text("a")).hasSize(1000);
        assertThat(fields.text("b")).isNull();
        assertThat(pointers(fields::done)).containsExactly("/b");
    }

    @Test
    void constantsAreWrittenInCamelCase() {
        assertThat(Fields.camelCase(Starts.FIRST_USE)).isEqualTo("firstUse");
        assertThat(Fields.camelCase(Starts.ISSUE)).isEqualTo("issue");
    }

    private static List<String> pointers(Runnable reading) {
        return caught(reading).errors().stream().map(FieldError::pointer).toList();
    }

    private static InvalidFields caught(Runnable reading) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidFields.class, reading::run));
    }
}
