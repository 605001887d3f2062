package dev.licet.sdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came and goes by hand, on a machine without a network.
 *
 * @param file the licence file that is installed
 * @param asked the request that waits for its answer
 * @param proof that the place was given up, until it is taken again
 * @param givenUp ids of files that don't count here any more, the latest last
 */
record Carried(
        @Nullable String file,
        @Nullable Asked asked,
        @Nullable String proof,
        List<String> givenUp) {

    static final Carried NOTHING = new Carried(null, null, null, List.of());

    private static final int REMEMBERED = 100;

    Carried {
        givenUp = List.copyOf(givenUp);
    }

    /** A request under a licence key; its answer is known by the nonce. */
    record Asked(String key, String nonce) {
        boolean isAnsweredBy(@Nullable String other) {
            return nonce.equals(other);
        }
    }

    Carried asking(Asked request) {
        return new Carried(file, request, proof, givenUp);
    }

    Carried installed(String newFile, boolean answered) {
        return new Carried(newFile, answered ? null : asked, null, givenUp);
    }

    Carried gaveUp(String id, String newProof) {
        List<String> ids = new ArrayList<>(givenUp);
        ids.add(id);
        return new Carried(null, asked, newProof, ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size()));
    }

    /** Without the licence. */
    Carried emptied() {
        return new Carried(null, null, null, givenUp);
    }

    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("asked", asked == null ? null : Map.of("key", asked.key(), "nonce", asked.nonce()));
        json.put("proof", proof);
        json.put("givenUp", givenUp);
        return json;
    }

    static Carried read(Answer json) {
        return new Carried(
                json.text("file").orElse(null),
                json.object("asked")
                        .map(each -> new Asked(
                                each.text("key").orElseThrow(),
                                each.text("nonce").orElseThrow()))
                        .orElse(null),
                json.text("proof").orElse(null),
                json.json().get("givenUp") instanceof List<?> ids
                        ? ids.stream().map(String::valueOf).toList()
                        : List.of());
    }
}
