package dev.licet.access;

import dev.licet.signing.Fingers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps that has signed in to an account once: not enough to sign in, but enough not to be taken for a stranger who
 * guesses. It is good for that one account only.
 */
@Component
final class KnownBrowser {
    private static final String PURPOSE = "known-browser";

    private final Fingers fingers;

    KnownBrowser(Fingers fingers) {
        this.fingers = fingers;
    }

    String of(StaffMember member) {
        String number = Sessions.random();
        return number + "." + seal(member, number);
    }

    /** Names the browser, when what it keeps was made here for this account. */
    Optional<String> name(StaffMember member, @Nullable String kept) {
        String[] parts = kept == null ? new String[0] : kept.split("\\.", -1);
        boolean good = parts.length == 2
                && MessageDigest.isEqual(
                        seal(member, parts[0]).getBytes(StandardCharsets.UTF_8),
                        parts[1].getBytes(StandardCharsets.UTF_8));
        return good ? Optional.of(parts[0]) : Optional.empty();
    }

    private String seal(StaffMember member, String number) {
        byte[] hash = fingers.hash(PURPOSE, member.ref() + " " + number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
