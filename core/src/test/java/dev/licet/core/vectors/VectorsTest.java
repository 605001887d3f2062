package dev.licet.core.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorsTest {
    @TestFactory
    Stream<DynamicTest> vectors() {
        return Vectors.tests();
    }

    @Test
    void everyCaseHasAnIdOfItsOwn() {
        List<String> ids = VectorFiles.cases().stream().map(Vector::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(VectorFiles.cases()).hasSizeGreaterThanOrEqualTo(150);
    }
}
