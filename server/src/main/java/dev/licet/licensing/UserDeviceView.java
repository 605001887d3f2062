package dev.licet.licensing;

import io.swagger.v3.oas.annotations.media.Schema;

/** A device of a user, with the licence that it holds a place in. */
@Schema(name = "UserDevice")
record UserDeviceView(String license, DeviceView device) {

    static UserDeviceView of(DeviceRecord device) {
        return new UserDeviceView(License.typeId(device.licenseId()), DeviceView.of(device));
    }
}
