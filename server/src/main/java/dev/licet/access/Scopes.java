package dev.licet.access;

import java.util.List;

/** All that an API key or a member of staff can be allowed. */
public final class Scopes {
    /** Making, changing and revoking API keys. At least one lasting key always has it. */
    public static final String KEYS_WRITE = "keys:write";

    /** Inviting, changing and disabling staff, and making roles. At least one member of staff always has it. */
    public static final String STAFF_WRITE = "staff:write";

    /** What everybody has who is signed in, and no API key: to look after the own account. It is in no role. */
    public static final String SESSION = "session";

    public static final List<String> ALL = List.of(
            "catalog:read",
            "catalog:write",
            "customers:read",
            "customers:write",
            "events:read",
            "jobs:read",
            "jobs:write",
            "keys:read",
            KEYS_WRITE,
            "licenses:read",
            "licenses:reveal-key",
            "licenses:write",
            "requests:decide",
            "requests:read",
            "requests:write",
            "sandbox:write",
            "signing:read",
            "signing:write",
            "staff:read",
            STAFF_WRITE,
            "usage:write");

    private Scopes() {}
}
