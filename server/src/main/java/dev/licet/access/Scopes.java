package dev.licet.access;

import java.util.List;

/** All that an API key can be allowed. */
public final class Scopes {
    /** Making, changing and revoking API keys. At least one lasting key always has it. */
    public static final String KEYS_WRITE = "keys:write";

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
            "usage:write");

    private Scopes() {}
}
