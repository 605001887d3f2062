package dev.licet.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know who has the number of a certificate.
 *
 * @param status whether it is good now
 * @param holder as far as may be shown: see the page on evidence
 * @param madeAt when this certificate was made
 * @param startsAt of the licence as it is now, like the dates that follow
 * @param revokedAt when the licence was revoked
 * @param changedSince whether product, plan or end are otherwise now than the certificate says
 * @param copy who it was made for; only for callers with the scope licenses:read
 */
@Schema(name = "Verification")
record Verification(
        String number,
        boolean valid,
        Status status,
        String kind,
        String product,
        String plan,
        @Nullable String holder,
        Instant madeAt,
        Instant issuedAt,
        @Nullable Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        boolean changedSince,
        String issuer,
        Instant checkedAt,
        Certificate.@Nullable Copy copy) {}
