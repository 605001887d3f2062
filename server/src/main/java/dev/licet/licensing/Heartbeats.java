package dev.licet.licensing;

import dev.licet.core.decision.Activation;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.Starts;
import dev.licet.core.time.Span;
import dev.licet.core.version.Version;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import dev.licet.protection.Geography;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs of life from activated devices, and their farewell. */
@Service
class Heartbeats {
    /** How often a device should report whose policy does not say. */
    private static final Span CUSTOMARY = Span.of(Duration.ofHours(1));

    private final FactsStore facts;
    private final LicenseStore licenses;
    private final DeviceStore devices;
    private final DeviceRecords records;
    private final Contacts contacts;
    private final Beginnings beginnings;
    private final Tokens tokens;
    private final Geography geography;
    private final InstantSource time;

    Heartbeats(
            FactsStore facts,
            LicenseStore licenses,
            DeviceStore devices,
            DeviceRecords records,
            Contacts contacts,
            Beginnings beginnings,
            Tokens tokens,
            Geography geography,
            InstantSource time) {
        this.facts = facts;
        this.licenses = licenses;
        this.devices = devices;
        this.records = records;
        this.contacts = contacts;
        this.beginnings = beginnings;
        this.tokens = tokens;
        this.geography = geography;
        this.time = time;
    }

    @Transactional
    HeartbeatView beat(Visitor visitor, String deviceId, @Nullable Version version, @Nullable Instant releasedAt) {
        DeviceRecord device = device(visitor, deviceId);
        licenses.lock(device.licenseId());
        Instant now = time.instant();
        Question question = new Question(null, device.device(), device.user(), running(device, version), List.of())
                .released(releasedAt)
                .from(geography.of(visitor.address()));
        FactsStore.Found found =
                facts.byLicense(device.licenseId(), question, now).orElseThrow();
        License license = found.license();
        // A program that only reports is used as much as one that asks: it must not run on a term that never begins.
        Facts then = found.facts().after(Starts.FIRST_VALIDATION, now);
        return switch (Activation.decide(then, question, now)) {
            case Activation.Denied denied -> throw Activations.denied(denied.reason());
            case Activation.Granted _ -> throw released();
            case Activation.DepartmentFull _ -> throw released();
            case Activation.UserFull _ -> throw device.activeAt(now) ? tooMany() : released();
            case Activation.Full _ -> throw device.activeAt(now) ? tooMany() : released();
            case Activation.Already already
            when !already.device().id().equals(device.id().toString()) -> throw released();
            case Activation.Already already -> {
                note(visitor.caller(license), license, device, version, now);
                Facts.Term begun = already.started() == null ? then.begunSince(found.facts()) : already.started();
                License current = begun == null ? license : beginnings.begin(visitor.caller(license), license, begun);
                Facts.Term term = current.contract().term();
                yield new HeartbeatView(
                        next(license.policy(), now),
                        LicenseView.of(current, now).forProgram(),
                        already.standing().features().values(),
                        tokens.sign(current, term, already.standing(), question, null, now));
            }
        };
    }

    /** Frees the device's place. Users may do so as often as the policy says, staff always. */
    @Transactional
    void release(Visitor visitor, String deviceId) {
        DeviceRecord device = device(visitor, deviceId);
        licenses.lock(device.licenseId());
        Instant now = time.instant();
        License license = licenses.find(device.licenseId(), now).orElseThrow();
        if (visitor instanceof Visitor.Holder) {
            refuseIfTooOften(license, now);
        }
        Caller by = visitor.caller(license);
        if (!records.release(by, device, "deactivated", now)) {
            throw noDevice();
        }
    }

    /** The version that runs there; unless it says otherwise, the one it told last. */
    private static @Nullable Version running(DeviceRecord device, @Nullable Version told) {
        return told != null || device.version() == null ? told : Version.parse(device.version());
    }

    private DeviceRecord device(Visitor visitor, String deviceId) {
        DeviceRecord device = devices.find(uuid(deviceId)).orElseThrow(Heartbeats::noDevice);
        if (visitor instanceof Visitor.Holder holder && !holder.license().equals(device.licenseId())) {
            throw noDevice();
        }
        return device;
    }

    private void note(Caller by, License license, DeviceRecord device, @Nullable Version version, Instant now) {
        records.returned(by, license.policy(), device, now);
        devices.refresh(new DeviceRecord(
                device.id(),
                device.licenseId(),
                device.device(),
                null,
                null,
                version == null ? null : version.toString(),
                null,
                device.place(),
                device.activatedAt(),
                now,
                DeviceRecords.due(license.policy(), now),
                now,
                null,
                null));
        contacts.note(by, license, now);
    }

    private void refuseIfTooOften(License license, Instant now) {
        var allowance = license.policy().unbindsPerPeriod();
        if (allowance == null) {
            return;
        }
        Span period = allowance.period();
        Instant since = period == null ? Instant.EPOCH : period.subtractFrom(now);
        if (devices.releasedByUsers(license.id(), since) >= allowance.limit()) {
            throw Problem.conflict(
                            "UNBIND_LIMIT_REACHED",
                            "Devices were freed " + allowance.limit() + " times already"
                                    + (period == null ? "" : " within " + period) + ". Ask the vendor to free one.")
                    .with("limit", allowance.limit());
        }
    }

    private static Instant next(Policy policy, Instant now) {
        return (policy.heartbeat() == null ? CUSTOMARY : policy.heartbeat()).addTo(now);
    }

    private static UUID uuid(String id) {
        return TypeId.find(DeviceRecord.PREFIX, id).orElseThrow(Heartbeats::noDevice);
    }

    private static Problem noDevice() {
        return Problem.notFound("device");
    }

    private static Problem released() {
        return Problem.conflict("DEVICE_NOT_ACTIVATED", "The device no longer holds a place: activate it again.");
    }

    private static Problem tooMany() {
        return Problem.conflict(
                "TOO_MANY_DEVICES", "More devices are activated than permitted, and this is one of the latest.");
    }
}
