package dev.licet.licensing;

import dev.licet.core.policy.OnMissedHeartbeat;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Span;
import dev.licet.platform.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of each device, with the event that every change of it is, in the history of its licence. */
@Component
class DeviceRecords {
    static final String RETURNED = "device.returned";

    private final DeviceStore store;
    private final LicenseRecords licenses;

    DeviceRecords(DeviceStore store, LicenseRecords licenses) {
        this.store = store;
        this.licenses = licenses;
    }

    /** When silence from now on costs a device its place; null for never. */
    static @Nullable Instant due(Policy policy, Instant now) {
        return policy.heartbeat() == null || policy.onMissedHeartbeat() == OnMissedHeartbeat.KEEP
                ? null
                : policy.heartbeat().addTo(now);
    }

    void add(Caller by, DeviceRecord device) {
        store.insert(device);
        licenses.note(by, "device.activated", device.licenseId(), null, null, DeviceView.of(device));
    }

    /** A known device reports: that is no event, unless it has become another in some part. */
    DeviceRecord refresh(Caller by, Policy policy, DeviceRecord known, DeviceRecord now) {
        returned(by, policy, known, now.heartbeatAt());
        store.refresh(now);
        if (!known.device().equals(now.device()) && store.redescribe(known.id(), now.device())) {
            licenses.note(by, "device.changed", known.licenseId(), null, DeviceView.of(known), DeviceView.of(now));
        }
        return store.find(known.id()).orElseThrow();
    }

    /** The end of a silence that mattered is an event: with it the record tells for any moment whether a device was silent. */
    void returned(Caller by, Policy policy, DeviceRecord known, Instant now) {
        if (isOver(policy.heartbeat(), known.heartbeatAt(), now) || isOver(policy.checkIn(), known.seenAt(), now)) {
            licenses.note(by, RETURNED, known.licenseId(), null, DeviceView.of(known), null);
        }
    }

    static boolean isOver(@Nullable Span within, Instant last, Instant now) {
        return within != null && !now.isBefore(within.addTo(last));
    }

    boolean release(Caller by, DeviceRecord device, String reason, Instant now) {
        boolean released = store.release(device.id(), reason, by.actor(), now);
        if (released) {
            licenses.note(by, "device.released", device.licenseId(), reason, DeviceView.of(device), null);
        }
        return released;
    }

    /** Releases the devices of a licence whose silence has cost them their place; it has to be locked. */
    void releaseSilent(UUID license, String requestId, Instant now) {
        Caller system = Caller.system(requestId);
        for (DeviceRecord device : store.releaseSilent(license, now)) {
            licenses.note(
                    system, "device.released", device.licenseId(), device.releaseReason(), DeviceView.of(device), null);
        }
    }
}
