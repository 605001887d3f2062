package dev.licet.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in, in the session that a request came with. It stands in the request under {@link #ATTRIBUTE}.
 *
 * @param scopes what the roles allow, and {@link Scopes#SESSION}
 */
public record StaffSession(UUID id, StaffMember member, Set<String> scopes) {
    public static final String ATTRIBUTE = "dev.licet.access.StaffSession";

    public StaffSession {
        scopes = Set.copyOf(scopes);
    }

    static StaffSession of(SessionStore.Recognised found) {
        Set<String> scopes = new HashSet<>(found.scopes());
        Role.BUILT_IN.stream()
                .filter(role -> found.member().roles().contains(role.code()))
                .forEach(role -> scopes.addAll(role.scopes()));
        scopes.add(Scopes.SESSION);
        return new StaffSession(found.id(), found.member(), scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
