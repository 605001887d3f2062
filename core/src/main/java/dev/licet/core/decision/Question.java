package dev.licet.core.decision;

import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
import java.time.Instant;
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
 * @param place where it runs, as far as whoever decides can tell; {@link Place#UNKNOWN} without a network
 * @param releasedAt when the program says that its version was released; null when it does not say
 */
public record Question(
        @Nullable String product,
        @Nullable Device device,
        @Nullable String user,
        @Nullable Version version,
        List<String> features,
        Place place,
        @Nullable Instant releasedAt) {
    public Question {
        features = List.copyOf(features);
    }

    /** A question from nobody knows where, of a version of nobody knows when. */
    public Question(
            @Nullable String product,
            @Nullable Device device,
            @Nullable String user,
            @Nullable Version version,
            List<String> features) {
        this(product, device, user, version, features, Place.UNKNOWN, null);
    }

    /** The same question asked from a place. */
    public Question from(Place place) {
        return new Question(product, device, user, version, features, place, releasedAt);
    }

    /** The same question about the product of this code. */
    public Question about(String product) {
        return new Question(product, device, user, version, features, place, releasedAt);
    }

    /** The same question from a version that says when it was released. */
    public Question released(@Nullable Instant at) {
        return new Question(product, device, user, version, features, place, at);
    }

    /**
     * Where a program runs.
     *
     * @param country ISO 3166-1 alpha-2 code; null when nobody knows
     * @param address its network address as the server sees it; null without a network
     * @param doubt why nobody knows the country, one sentence; null when there is nothing to say
     */
    public record Place(
            @Nullable String country,
            @Nullable String address,
            @Nullable String doubt) {
        /** Nothing is known of it. */
        public static final Place UNKNOWN = new Place(null, null);

        /** A place of which there is nothing more to say. */
        public Place(@Nullable String country, @Nullable String address) {
            this(country, address, null);
        }
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
