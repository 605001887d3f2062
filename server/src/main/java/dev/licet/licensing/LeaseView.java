package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Floating seats that somebody holds, as they are answered.
 *
 * @param feature the code of the feature they are for; null for the licence
 * @param process tells the program that holds them from others on its device
 * @param expiresAt their end, excluded, unless they are renewed before
 * @param borrowed whether they are kept without renewals
 * @param freeAt until when they stay taken: later than the end where the licence lets seats linger
 * @param endedAt when they were given or taken back, or ran out; null while they are held
 */
@Schema(name = "Lease")
record LeaseView(
        String id,
        @Nullable String feature,
        int quantity,
        @Nullable String user,
        @Nullable String device,
        @Nullable String deviceName,
        @Nullable String process,
        Instant takenAt,
        Instant renewedAt,
        Instant expiresAt,
        boolean borrowed,
        Instant freeAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** An end by time is an end, whether or not it is on record yet. */
    static LeaseView of(LeaseRecord lease, Instant now) {
        boolean ranOut = lease.endedAt() == null && !lease.heldAt(now);
        LeaseRecord.Holder holder = lease.holder();
        return new LeaseView(
                lease.typeId(),
                lease.feature(),
                lease.quantity(),
                holder.user(),
                holder.fingerprint(),
                holder.deviceName(),
                holder.process(),
                lease.takenAt(),
                lease.renewedAt(),
                lease.expiresAt(),
                lease.borrowed(),
                lease.freeAt(),
                ranOut ? lease.expiresAt() : lease.endedAt(),
                ranOut ? LeaseStore.EXPIRED : lease.endReason());
    }
}
