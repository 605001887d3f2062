package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.core.json.Json;
import dev.licet.core.policy.OnMissedHeartbeat;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Instants;
import dev.licet.platform.EventLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events after a moment tell of how things were at it: the first one that changed a thing says what it was before. */
final class Later {
    private static final String CHANGED = "device.changed";
    private static final List<String> TYPES = List.of(
            CHANGED,
            DeviceRecords.RETURNED,
            Contacts.RETURNED,
            "license.changed",
            "license.plan_changed",
            "license.converted");
    /** The fields of a policy by which a silence matters. */
    private static final List<String> CONTACT = List.of("heartbeat", "onMissedHeartbeat", "checkIn");

    private final Map<String, Device> descriptions = new HashMap<>();
    private final Map<String, Contact> contacts = new HashMap<>();
    private @Nullable Instant checkedInAt;
    private boolean agreedAnew;

    private Later() {}

    /** The last signs of life of a device before a silence. */
    record Contact(Instant heartbeatAt, Instant seenAt) {}

    static Later of(EventLog events, String license, Instant at) {
        Later later = new Later();
        events.span(license, TYPES, at, Instants.END.minusSeconds(1)).forEach(later::take);
        return later;
    }

    /** What the device was, which may be otherwise than it is now. */
    Device description(DeviceRecord row) {
        return descriptions.getOrDefault(row.typeId(), row.device());
    }

    @Nullable Contact contact(UUID device) {
        return contacts.get(new dev.licet.core.id.TypeId(DeviceRecord.PREFIX, device).toString());
    }

    /** The licence's last contact before the first silence that ended later; null when there was no such silence. */
    @Nullable Instant checkedInAt() {
        return checkedInAt;
    }

    /** Whether a silence may have ended by an agreement and not by a contact, of which there is no record. */
    boolean forgets(Policy policy) {
        boolean matters = policy.checkIn() != null
                || (policy.heartbeat() != null && policy.onMissedHeartbeat() == OnMissedHeartbeat.KEEP);
        return matters && agreedAnew;
    }

    private void take(EventLog.Event event) {
        Map<String, @Nullable Object> before = Json.parseObject(Objects.requireNonNullElse(event.before(), "{}"));
        switch (event.type()) {
            case CHANGED -> descriptions.putIfAbsent(text(before, "id"), device(before));
            case DeviceRecords.RETURNED ->
                contacts.putIfAbsent(
                        text(before, "id"), new Contact(time(before, "heartbeatAt"), time(before, "lastSeenAt")));
            case Contacts.RETURNED -> checkedInAt = checkedInAt == null ? time(before, "checkedInAt") : checkedInAt;
            default -> agreedAnew |= differs(before, Json.parseObject(Objects.requireNonNullElse(event.after(), "{}")));
        }
    }

    private static boolean differs(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return before.get("policy") instanceof Map<?, ?> former
                && after.get("policy") instanceof Map<?, ?> latter
                && CONTACT.stream().anyMatch(field -> !Objects.equals(former.get(field), latter.get(field)));
    }

    private static Device device(Map<String, @Nullable Object> view) {
        TreeMap<String, String> components = new TreeMap<>();
        if (view.get("components") instanceof Map<?, ?> parts) {
            parts.forEach((name, hash) -> components.put(String.valueOf(name), String.valueOf(hash)));
        }
        return new Device(text(view, "fingerprint"), components);
    }

    private static Instant time(Map<String, @Nullable Object> json, String name) {
        return Instants.parse(text(json, name));
    }

    private static String text(Map<String, @Nullable Object> json, String name) {
        return String.valueOf(json.get(name));
    }
}
