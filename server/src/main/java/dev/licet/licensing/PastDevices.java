package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.policy.Policy;
import dev.licet.platform.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which devices held places at a moment, what they were then, and whether they had been silent. */
@Component
class PastDevices {
    private final DeviceStore store;
    private final EventLog events;

    PastDevices(DeviceStore store, EventLog events) {
        this.store = store;
        this.events = events;
    }

    record Found(
            Facts.Devices devices,
            @Nullable Instant checkedInAt,
            List<PastDecision.Source> sources,
            List<PastDecision.NotConsidered> notConsidered) {}

    Found find(License license, Policy policy, Question question, Instant at) {
        Later later = Later.of(events, license.typeId(), at);
        List<DeviceRecord> held = store.heldAt(license.id(), at);
        List<Facts.KnownDevice> alike = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Device device = later.description(held.get(i));
            if (alike(device, question.device())) {
                alike.add(known(held.get(i), device, i + 1, later, at));
            }
        }
        return new Found(
                new Facts.Devices(held.size(), alike),
                checkedIn(license, later, at),
                sources(license, alike, at),
                later.forgets(policy)
                        ? List.of(new PastDecision.NotConsidered(
                                "contact",
                                "heartbeat or checkIn were agreed on anew after that moment; silences by the former rule that"
                                        + " nothing ended are not on record"))
                        : List.of());
    }

    private static Facts.KnownDevice known(DeviceRecord row, Device device, int rank, Later later, Instant at) {
        Later.Contact before = later.contact(row.id());
        return new Facts.KnownDevice(
                row.typeId(),
                device,
                rank,
                last(row.heartbeatAt(), before == null ? null : before.heartbeatAt(), at),
                last(row.seenAt(), before == null ? null : before.seenAt(), at));
    }

    private static @Nullable Instant checkedIn(License license, Later later, Instant at) {
        Instant now = license.checkedInAt();
        if (now == null || !now.isAfter(at)) {
            return now;
        }
        Instant before = later.checkedInAt();
        return before == null || before.isAfter(at) ? null : before;
    }

    /**
     * The last contact before a moment: the last of all if that is so old, or the one before a silence that ended later. In any other
     * case there were contacts all the time, and so the moment itself stands for the last.
     */
    private static Instant last(Instant ofAll, @Nullable Instant beforeSilence, Instant at) {
        if (!ofAll.isAfter(at)) {
            return ofAll;
        }
        return beforeSilence != null && !beforeSilence.isAfter(at) ? beforeSilence : at;
    }

    private static boolean alike(Device known, @Nullable Device asked) {
        return asked != null
                && (known.fingerprint().equals(asked.fingerprint())
                        || !Collections.disjoint(
                                Arrays.asList(DeviceColumns.parts(known)), Arrays.asList(DeviceColumns.parts(asked))));
    }

    private List<PastDecision.Source> sources(License license, List<Facts.KnownDevice> alike, Instant at) {
        List<String> ids = alike.stream().map(Facts.KnownDevice::id).toList();
        return events.span(license.typeId(), List.of("device.activated", "device.changed"), Instant.EPOCH, at).stream()
                .filter(event -> ids.stream()
                        .anyMatch(id -> String.valueOf(event.after()).contains(id)))
                .map(event -> PastDecision.Source.of(event, "the device that asks"))
                .toList();
    }
}
