package dev.licet.licensing;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of a licence as a person looks after them at a screen: its devices, its named users, and what programs asked. */
@Service
public class PlaceDesk {
    private final LicenseRecords licenses;
    private final DeviceStore deviceStore;
    private final DeviceRecords devices;
    private final Seats seats;
    private final ValidationStore validations;
    private final InstantSource time;

    PlaceDesk(
            LicenseRecords licenses,
            DeviceStore deviceStore,
            DeviceRecords devices,
            Seats seats,
            ValidationStore validations,
            InstantSource time) {
        this.licenses = licenses;
        this.deviceStore = deviceStore;
        this.devices = devices;
        this.seats = seats;
        this.validations = validations;
        this.time = time;
    }

    /** Those devices that hold a place, or else those that held one. */
    public Page<DeviceView> devices(String license, boolean active, Paging paging) {
        UUID id = licenses.get(license).id();
        return Page.of(deviceStore.list(id, active, time.instant(), paging), paging, DeviceRecord::id, DeviceView::of);
    }

    /**
     * Frees the place of a device; the limit of what users may free themselves is not for staff.
     *
     * @throws Problem 404
     */
    @Transactional
    public void release(Caller by, String license, String device) {
        License locked = licenses.lock(license);
        DeviceRecord record = deviceStore
                .find(uuid(device))
                .filter(each -> each.licenseId().equals(locked.id()))
                .orElseThrow(PlaceDesk::noDevice);
        if (!devices.release(by, record, "released by staff", time.instant())) {
            throw noDevice();
        }
    }

    public Page<SeatUseView> users(String license, Paging paging) {
        return Page.of(seats.list(license, paging), paging, use -> use.seat().id(), SeatUseView::of);
    }

    public void assign(Caller by, String license, String user) {
        seats.assign(by, license, user);
    }

    public void free(Caller by, String license, String user) {
        seats.free(by, license, user, version -> {});
    }

    /** What programs asked about a licence, the latest first. */
    public Page<LoggedValidation.View> validations(String license, Paging paging) {
        var filter = new ValidationFilter(licenses.get(license).id(), null, null, null, null);
        return Page.of(validations.list(filter, paging), paging, LoggedValidation::id, LoggedValidation::view);
    }

    private static UUID uuid(String id) {
        return TypeId.find(DeviceRecord.PREFIX, id).orElseThrow(PlaceDesk::noDevice);
    }

    private static Problem noDevice() {
        return Problem.notFound("active device of this license");
    }
}
