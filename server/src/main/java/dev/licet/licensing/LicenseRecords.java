package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Policy;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The record of each licence, with the event that every change of it is. Changes happen in the caller's transaction. */
@Component
class LicenseRecords {
    private final LicenseStore store;
    private final DeviceStore devices;
    private final AllocationLimits limits;
    private final Events events;
    private final ApplicationEventPublisher others;
    private final InstantSource time;

    LicenseRecords(
            LicenseStore store,
            DeviceStore devices,
            AllocationLimits limits,
            Events events,
            ApplicationEventPublisher others,
            InstantSource time) {
        this.store = store;
        this.devices = devices;
        this.limits = limits;
        this.events = events;
        this.others = others;
        this.time = time;
    }

    /** A licence as a path names it. */
    License get(String id) {
        return get(uuid(id));
    }

    License get(UUID id) {
        return store.find(id, time.instant()).orElseThrow(LicenseRecords::missing);
    }

    /**
     * The licence, held until the end of the transaction.
     *
     * @param seen refuses when the caller has not seen the version that it is given
     */
    License lock(String id, LongConsumer seen) {
        UUID uuid = uuid(id);
        if (!store.lock(uuid)) {
            throw missing();
        }
        License license = get(uuid);
        seen.accept(license.version());
        return license;
    }

    License lock(String id) {
        return lock(id, version -> {});
    }

    License issued(Caller by, UUID id) {
        License license = get(id);
        events.record(by, "license.issued", license.typeId(), null, null, view(license));
        others.publishEvent(new LicenseIssued(id, license.productId(), by));
        return license;
    }

    /** The same for many, by their ids. */
    void issued(Caller by, SequencedMap<String, License> licenses) {
        LinkedHashMap<String, LicenseView> views = new LinkedHashMap<>();
        licenses.forEach((id, license) -> views.put(id, view(license)));
        events.recordNew(by, "license.issued", views);
        licenses.values().forEach(each -> others.publishEvent(new LicenseIssued(each.id(), each.productId(), by)));
    }

    License change(Caller by, String type, @Nullable String reason, License before, Contract contract) {
        if (contract.equals(before.contract())) {
            return before;
        }
        store.update(before.id(), contract);
        License after = get(before.id());
        limits.refuseIfTooLittle(before, after, time.instant());
        renewHeartbeats(before.policy(), after);
        events.record(by, type, before.typeId(), reason, view(before), view(after));
        return after;
    }

    /** Another heartbeat counts from the moment it is agreed on, so that a change of plan costs no device its place. */
    private void renewHeartbeats(Policy before, License after) {
        Policy policy = after.policy();
        if (!Objects.equals(policy.heartbeat(), before.heartbeat())
                || policy.onMissedHeartbeat() != before.onMissedHeartbeat()) {
            Instant now = time.instant();
            devices.beginAgain(after.id(), now, DeviceRecords.due(policy, now));
        }
    }

    /** An event about a licence that is no change of its contract. */
    void note(
            Caller by,
            String type,
            UUID license,
            @Nullable String reason,
            @Nullable Object before,
            @Nullable Object after) {
        events.record(by, type, License.typeId(license), reason, before, after);
    }

    private LicenseView view(License license) {
        return LicenseView.of(license, time.instant());
    }

    static UUID uuid(String id) {
        return TypeId.find(License.PREFIX, id).orElseThrow(LicenseRecords::missing);
    }

    static Problem missing() {
        return Problem.notFound("license");
    }
}
