package dev.licet.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaTest {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(VectorFiles.text(VectorFiles.directory().resolve("schema.json")), InputFormat.JSON);

    @TestFactory
    Stream<DynamicTest> everyFileIsWhatTheSchemaSays() {
        return VectorFiles.list().stream()
                .map(file -> DynamicTest.dynamicTest(
                        String.valueOf(file.getFileName()),
                        () -> assertThat(schema.validate(VectorFiles.text(file), InputFormat.JSON))
                                .as(file.toString())
                                .isEmpty()));
    }

    @Test
    void theSchemaFindsACaseWithoutAnExpectation() {
        String file = """
                {"$schema": "./schema.json", "kind": "time", "about": "Points in time.",
                 "cases": [{"id": "C-999", "why": "Nothing is expected.", "time": "2027-01-01T00:00:00Z"}]}
                """;
        assertThat(schema.validate(file, InputFormat.JSON)).hasSize(1);
    }

    @Test
    void theSchemaFindsAMisspeltMember() {
        String file = """
                {"$schema": "./schema.json", "kind": "key", "about": "Licence keys.",
                 "cases": [{"id": "K-999", "why": "A member is misspelt.", "kee": "", "key": "", "expect": {"valid": false}}]}
                """;
        assertThat(schema.validate(file, InputFormat.JSON)).hasSize(1);
    }
}
