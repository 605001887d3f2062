package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Places of devices that never reach the server: somebody else brings what they say. */
@Service
public class OfflinePlaces {
    private final Activations activations;
    private final Heartbeats heartbeats;
    private final DeviceStore devices;
    private final OfflinePlaceStore store;
    private final InstantSource time;

    OfflinePlaces(
            Activations activations,
            Heartbeats heartbeats,
            DeviceStore devices,
            OfflinePlaceStore store,
            InstantSource time) {
        this.activations = activations;
        this.heartbeats = heartbeats;
        this.devices = devices;
        this.store = store;
        this.time = time;
    }

    /** Whoever brought it. */
    public record Carrier(String requestId, String address) {
        Origin origin() {
            return new Origin(requestId, address);
        }
    }

    /** A place that a device holds, and whether it held none before. */
    public record Taken(UUID device, boolean isNew) {}

    /**
     * Takes a place as an activation does, or finds the one that the device holds.
     *
     * @throws dev.licet.platform.Problem 409 as an activation, 422 for a device that is not well described
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(LicenseGrants.Holder holder, dev.licet.core.file.ActivationRequest told, Carrier carrier) {
        DeviceRequest device = described(told);
        var request =
                new ActivationRequest(null, told.product(), device, told.user(), told.version(), told.releasedAt());
        Activations.Outcome outcome =
                activations.activate(Optional.of(holder.key()), request, request.question(), carrier.origin());
        UUID id = TypeId.parse(outcome.view().device().id()).uuid();
        return new Taken(id, outcome.isNew());
    }

    /** The device as it stands in a request. */
    public static DeviceRequest described(dev.licet.core.file.ActivationRequest told) {
        return new DeviceRequest(
                told.device().fingerprint(),
                told.name(),
                told.platform(),
                new java.util.TreeMap<>(told.device().components()));
    }

    /** Whether a device holds its place now. */
    public boolean isHeld(UUID device) {
        return devices.find(device)
                .filter(found -> found.activeAt(time.instant()))
                .isPresent();
    }

    /** Counts as a heartbeat that comes shortly before a moment: a device that cannot report keeps its place until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID device, Span heartbeat, Instant until) {
        store.keep(device, heartbeat.subtractFrom(until), until);
    }

    /**
     * Frees the place, as its user does.
     *
     * @throws dev.licet.platform.Problem 409 when users may not free so many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(LicenseGrants.Holder holder, UUID device, Carrier carrier) {
        String id = new TypeId(DeviceRecord.PREFIX, device).toString();
        heartbeats.release(new Visitor.Holder(holder.license(), carrier.origin()), id);
    }
}
