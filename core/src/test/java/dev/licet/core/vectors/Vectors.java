package dev.licet.core.vectors;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All cases as JUnit tests. */
public final class Vectors {
    private static final Map<String, Consumer<Vector>> CHECKS = Map.ofEntries(
            Map.entry("decision", DecisionCheck::decision),
            Map.entry("activation", ActivationCheck::activation),
            Map.entry("division", DivisionCheck::division),
            Map.entry("token", TokenCheck::token),
            Map.entry("offline", TokenCheck::offline),
            Map.entry("tokenExpiry", TokenCheck::expiry),
            Map.entry("file", FileCheck::file),
            Map.entry("fileOffline", FileCheck::offline),
            Map.entry("revocations", FileCheck::revocations),
            Map.entry("keyStatement", FileCheck::statement),
            Map.entry("keyedFile", KeyedFileCheck::document),
            Map.entry("hkdf", KeyedFileCheck::hkdf),
            Map.entry("key", FormatCheck::key),
            Map.entry("typeId", FormatCheck::typeId),
            Map.entry("span", ClockCheck::span),
            Map.entry("time", ClockCheck::time),
            Map.entry("meterPeriod", UsageCheck::period),
            Map.entry("usage", UsageCheck::usage),
            Map.entry("versionOrder", VersionCheck::order),
            Map.entry("versionRange", VersionCheck::range));

    private Vectors() {}

    /** One test for each case, named by its id; for a {@code @TestFactory}. */
    public static Stream<DynamicTest> tests() {
        return VectorFiles.cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.id() + " " + each.why(), () -> run(each)));
    }

    /** Runs one case. */
    public static void run(Vector vector) {
        Consumer<Vector> check = CHECKS.get(vector.kind());
        if (check == null) {
            throw new AssertionError("No way to run a case of kind " + vector.kind() + ".");
        }
        try {
            check.accept(vector);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(vector.id() + " " + vector.why() + "\n" + e.getMessage(), e);
        }
    }
}
