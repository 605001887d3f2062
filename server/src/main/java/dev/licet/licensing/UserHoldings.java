package dev.licet.licensing;

import dev.licet.customers.Holdings;
import dev.licet.customers.User;
import dev.licet.platform.Caller;
import dev.licet.platform.Paging;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a user of a customer holds of all its licences, and how it is taken back from a leaver. */
@Service
class UserHoldings implements Holdings {
    private final LicenseStore licenses;
    private final SeatStore seatStore;
    private final Seats seats;
    private final DeviceStore deviceStore;
    private final DeviceRecords devices;
    private final InstantSource time;

    UserHoldings(
            LicenseStore licenses,
            SeatStore seatStore,
            Seats seats,
            DeviceStore deviceStore,
            DeviceRecords devices,
            InstantSource time) {
        this.licenses = licenses;
        this.seatStore = seatStore;
        this.seats = seats;
        this.deviceStore = deviceStore;
        this.devices = devices;
        this.time = time;
    }

    /** Holds all licences of the customer first: what is given meanwhile is seen then, and what is given later is refused. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Caller by, User leaver, String reason) {
        licenses.lockAll(leaver.customerId());
        seatStore.heldBy(leaver).forEach(seat -> seats.free(by, seat, "user departed"));
        deviceStore
                .heldBy(leaver.customerId(), leaver.email())
                .forEach(device -> devices.release(by, device, "user departed", time.instant()));
    }

    List<UserSeat> seats(User user, Paging paging) {
        return seatStore.ofUser(user, paging);
    }

    List<DeviceRecord> devices(User user, boolean active, Paging paging) {
        return deviceStore.ofUser(user.customerId(), user.email(), active, time.instant(), paging);
    }
}
