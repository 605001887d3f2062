package dev.licet.licensing;

import dev.licet.platform.Caller;
import java.util.UUID;

/** Told to the other modules in the transaction that issues a licence; whoever fails at it undoes the issue. */
public record LicenseIssued(UUID license, UUID productId, Caller by) {}
