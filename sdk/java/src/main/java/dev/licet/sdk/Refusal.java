package dev.licet.sdk;

import dev.licet.core.version.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of the server's no is kept. */
final class Refusal {

    private static final List<String> SHOWN = List.of("code", "detail", "upgrade");
    private static final List<String> LICENSE = List.of("id", "state", "plan", "expiresAt", "graceUntil");

    private Refusal() {}

    /**
     * @param version of the program that was refused
     * @param now when
     */
    static Map<String, @Nullable Object> of(Answer answer, @Nullable Version version, Instant now) {
        Map<String, @Nullable Object> kept = some(answer, SHOWN);
        answer.object("license").ifPresent(license -> kept.put("license", some(license, LICENSE)));
        kept.put("version", String.valueOf(version));
        kept.put("at", answer.instant("validatedAt").orElse(now).toString());
        return kept;
    }

    static boolean isAboutVersion(Map<String, @Nullable Object> kept) {
        return String.valueOf(kept.get("code")).startsWith("VERSION_");
    }

    /** Whether it is about the licence as a whole and so about a seat that is held, too. */
    static boolean endsSeats(Map<String, @Nullable Object> kept) {
        return List.of("REVOKED", "SUSPENDED").contains(String.valueOf(kept.get("code")));
    }

    /** Whether it stands for the program that runs now, which may be another version than the one that was refused. */
    static boolean concerns(Map<String, @Nullable Object> kept, @Nullable Version version) {
        return !isAboutVersion(kept) || String.valueOf(version).equals(kept.get("version"));
    }

    /** Whether what was signed then is the server's later word. */
    static boolean isBefore(Map<String, @Nullable Object> kept, Instant signed) {
        return new Answer(kept).instant("at").filter(signed::isAfter).isPresent();
    }

    private static Map<String, @Nullable Object> some(Answer answer, List<String> names) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        names.forEach(name -> {
            Object value = answer.json().get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
