package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.core.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a device stands in a row. */
final class DeviceColumns {
    private DeviceColumns() {}

    static Device read(ResultSet row) throws SQLException {
        TreeMap<String, String> components = new TreeMap<>();
        LicenseRow.object(row, "components").forEach((name, hash) -> components.put(name, String.valueOf(hash)));
        return new Device(row.getString("fingerprint"), components);
    }

    static String components(Device device) {
        return Json.write(new TreeMap<>(device.components()));
    }

    /** The components in a form that an array overlaps in. */
    static String[] parts(@Nullable Device device) {
        return device == null
                ? new String[0]
                : device.components().entrySet().stream()
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .sorted()
                        .toArray(String[]::new);
    }
}
