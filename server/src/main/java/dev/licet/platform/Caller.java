package dev.licet.platform;

import java.util.Set;

/**
 * Who asks, handed explicitly to whatever writes, so that every change knows its author.
 *
 * @param actor {@code key_01…} for an API key, {@code staff_01…} for a member of staff, {@code license:lic_01…} for a licensed program,
 *     {@code system}, {@code anonymous} before anybody knows who it is
 */
public record Caller(String actor, String requestId, Set<String> scopes) {

    /** The request attribute under which authentication leaves the caller; controllers take it as an argument. */
    public static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The server itself, in work that fell due. */
    public static Caller system(String requestId) {
        return new Caller("system", requestId, Set.of());
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
