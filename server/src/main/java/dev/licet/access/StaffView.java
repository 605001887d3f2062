package dev.licet.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of staff as events and the HTTP interface show it. */
@Schema(name = "StaffMember")
record StaffView(
        String id,
        String email,
        String name,
        List<String> roles,
        boolean invited,
        Instant createdAt,
        @Nullable Instant signedInAt,
        @Nullable Instant disabledAt) {

    static StaffView of(StaffMember member) {
        return new StaffView(
                member.ref(),
                member.email(),
                member.name(),
                member.roles(),
                member.invited(),
                member.createdAt(),
                member.signedInAt(),
                member.disabledAt());
    }
}
