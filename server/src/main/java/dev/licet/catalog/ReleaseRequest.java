package dev.licet.catalog;

import dev.licet.core.release.Release;
import dev.licet.core.version.Version;
import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release as a caller describes it.
 *
 * @param version such as 2.3.1; fixed
 * @param releasedAt when it was or will be given out; now when absent
 * @param channel to whom: stable (usual) for everybody, or a name of your own such as beta
 * @param upgradeUrl where it is to be had
 */
record ReleaseRequest(
        String version,
        @Nullable Instant releasedAt,
        @Nullable String channel,
        @Nullable String notes,
        @Nullable String upgradeUrl) {

    static ReleaseRequest of(ProductRelease release) {
        return new ReleaseRequest(
                release.version().toString(),
                release.releasedAt(),
                release.channel(),
                release.notes(),
                release.upgradeUrl());
    }

    ProductRelease checked(UUID id, UUID product, Instant now) {
        Checks checks = checks();
        Version parsed = Versions.parsed(checks, "/version", version);
        checks.required("/version", version).done();
        return release(id, product, parsed, 1, now, now);
    }

    /** Checked as a change of what there is. */
    ProductRelease checked(ProductRelease before, Instant now) {
        checks().that(
                        "/version",
                        before.version().toString().equals(version),
                        "cannot change: delete the release and record another")
                .done();
        return release(
                before.id(), before.productId(), before.version(), before.revision() + 1, before.createdAt(), now);
    }

    private ProductRelease release(
            UUID id, UUID product, Version parsed, long revision, Instant createdAt, Instant updatedAt) {
        return new ProductRelease(
                id,
                product,
                parsed,
                releasedAt == null ? updatedAt : releasedAt,
                channel == null ? Release.STABLE : channel,
                notes,
                upgradeUrl,
                revision,
                createdAt,
                updatedAt);
    }

    private Checks checks() {
        return new Checks()
                .that("/channel", channel == null || Codes.isPlain(channel), Codes.PLAIN_RULE)
                .text("/notes", notes, 0, 10_000)
                .that("/upgradeUrl", WebAddress.isOneOrNull(upgradeUrl), WebAddress.RULE);
    }
}
