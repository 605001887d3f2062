package dev.licet.core.decision;

import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks.
 *
 * @param product the code of the product it is; null when it does not say
 * @param device the device it runs on
 * @param user the person who uses it, an e-mail address as a rule
 * @param version its version
 * @param features codes of the features it wants to use
 */
public record Question(
        @Nullable String product,
        @Nullable Device device,
        @Nullable String user,
        @Nullable Version version,
        List<String> features) {
    public Question {
        features = List.copyOf(features);
    }

    /**
     * Reads a question as the vectors in {@code spec/vectors} write it.
     *
     * @throws dev.licet.core.json.InvalidFields naming each bad field
     */
    public static Question read(Map<String, ? extends @Nullable Object> json) {
        return FactsReader.question(json);
    }
}
