package dev.licet.core.decision;

import dev.licet.core.policy.Starts;
import org.jspecify.annotations.Nullable;

/** Rules about devices. */
final class DeviceRules {
    private DeviceRules() {}

    static Decision.@Nullable Refused required(Case it) {
        return bound(it) && it.question().device() == null
                ? it.refuse(Code.DEVICE_REQUIRED, "The license is bound to devices: say which device this is.")
                : null;
    }

    static Decision.@Nullable Refused activated(Case it) {
        if (bound(it) && it.device() == null && !it.fingerprintTaken()) {
            return it.refuse(Code.DEVICE_NOT_ACTIVATED, "This device is not activated.");
        }
        return isAnothers(it)
                ? it.refuse(
                        Code.DEVICE_NOT_ACTIVATED,
                        "This device is activated for another user: activate it for this one.")
                : null;
    }

    static Decision.@Nullable Refused matching(Case it) {
        return bound(it) ? mismatch(it) : null;
    }

    /** Whatever the policy says, one fingerprint is one device of a licence. */
    static Decision.@Nullable Refused mismatch(Case it) {
        return it.device() == null && it.fingerprintTaken()
                ? it.refuse(
                        Code.DEVICE_MISMATCH,
                        "A device with this fingerprint is activated, but too many of its components differ.")
                : null;
    }

    static Decision.@Nullable Refused heartbeat(Case it) {
        Facts.KnownDevice device = it.device();
        return device != null && Case.silent(it.policy(), device, it.now())
                ? it.refuse(Code.HEARTBEAT_MISSED, "The last heartbeat came at " + device.heartbeatAt() + ".")
                : null;
    }

    /** The devices that have held their places longest go on when the limit is lowered. */
    static Decision.@Nullable Refused tooMany(Case it) {
        Facts.KnownDevice device = it.device();
        Integer allowed = it.policy().overage().allowed(it.policy().devices());
        if (device != null && allowed != null && device.rank() > allowed) {
            return it.refuse(
                    Code.TOO_MANY_DEVICES,
                    it.facts().devices().active() + " devices are activated and " + allowed + " permitted.");
        }
        Integer each = it.policy().devicesPerUser();
        return device != null && each != null && device.user() != null && device.userRank() > each
                ? it.refuse(
                        Code.TOO_MANY_DEVICES,
                        "The user has more devices activated than the " + each + " that each user may have.")
                : null;
    }

    /** Where devices are counted by user, one that another user activated is not the asking user's to use. */
    private static boolean isAnothers(Case it) {
        Facts.KnownDevice device = it.device();
        return it.policy().devicesPerUser() != null
                && device != null
                && device.user() != null
                && !device.isOf(it.question().user());
    }

    /** A term that the first activation starts is bound to devices until then: it would never start otherwise. */
    private static boolean bound(Case it) {
        return it.policy().devices() != null
                || it.policy().devicesPerUser() != null
                || (it.policy().starts() == Starts.FIRST_ACTIVATION
                        && it.facts().term().startedAt() == null);
    }
}
