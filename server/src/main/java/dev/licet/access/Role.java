package dev.licet.access;

import java.util.List;

/**
 * What a member of staff does, as a set of scopes.
 *
 * @param code stable, such as {@code support}
 * @param builtIn whether it comes with Licet and cannot be changed
 */
public record Role(String code, String name, List<String> scopes, boolean builtIn, long version) {
    public static final String OWNER = "owner";

    /** What comes along. Whoever needs another set makes a role of their own. */
    public static final List<Role> BUILT_IN = List.of(
            of(OWNER, "Owner", Scopes.ALL),
            of(
                    "developer",
                    "Developer",
                    List.of(
                            "catalog:read",
                            "catalog:write",
                            "customers:read",
                            "events:read",
                            "jobs:read",
                            "jobs:write",
                            "keys:read",
                            Scopes.KEYS_WRITE,
                            "licenses:read",
                            "licenses:write",
                            "requests:read",
                            "sandbox:write",
                            "signing:read",
                            "usage:write")),
            of(
                    "sales",
                    "Sales",
                    List.of(
                            "catalog:read",
                            "customers:read",
                            "customers:write",
                            "events:read",
                            "jobs:read",
                            "jobs:write",
                            "licenses:read",
                            "licenses:write",
                            "requests:decide",
                            "requests:read",
                            "requests:write")),
            of(
                    "support",
                    "Support",
                    List.of(
                            "catalog:read",
                            "customers:read",
                            "customers:write",
                            "events:read",
                            "jobs:read",
                            "licenses:read",
                            "licenses:reveal-key",
                            "licenses:write",
                            "requests:read",
                            "requests:write")),
            of(
                    "finance",
                    "Finance",
                    List.of(
                            "catalog:read",
                            "customers:read",
                            "events:read",
                            "jobs:read",
                            "licenses:read",
                            "requests:decide",
                            "requests:read")),
            of(
                    "auditor",
                    "Auditor",
                    Scopes.ALL.stream().filter(scope -> scope.endsWith(":read")).toList()));

    public Role {
        scopes = List.copyOf(scopes);
    }

    private static Role of(String code, String name, List<String> scopes) {
        return new Role(code, name, scopes, true, 1);
    }
}
