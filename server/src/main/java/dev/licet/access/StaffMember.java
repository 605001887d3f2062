package dev.licet.access;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the vendor and signs in to the console.
 *
 * @param roles codes of the roles, whose scopes add up
 * @param language of the screens, as a language tag; null follows the browser
 * @param invited whether the account waits for its owner to choose a password
 */
public record StaffMember(
        UUID id,
        String email,
        String name,
        List<String> roles,
        @Nullable String language,
        boolean invited,
        Instant createdAt,
        @Nullable Instant signedInAt,
        @Nullable Instant disabledAt,
        long version) {
    static final String PREFIX = "staff";

    public StaffMember {
        roles = List.copyOf(roles);
    }

    /** As it stands in events and addresses: {@code staff_01…}. */
    public String ref() {
        return new TypeId(PREFIX, id).toString();
    }

    static UUID id(String ref) {
        return TypeId.find(PREFIX, ref).orElseThrow(StaffMember::notFound);
    }

    static Problem notFound() {
        return Problem.notFound("member of staff");
    }
}
