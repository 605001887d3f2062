package dev.licet.licensing;

import dev.licet.core.decision.Activation;
import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.device.Device;
import dev.licet.core.id.Uuid7;
import dev.licet.core.key.LicenseKey;
import dev.licet.platform.Problem;
import dev.licet.protection.Geography;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives devices their places. The licence is locked meanwhile, so that N places are N places on any number of nodes. */
@Service
class Activations {
    private final FactsStore store;
    private final LicenseStore licenses;
    private final DeviceStore devices;
    private final DeviceRecords records;
    private final AllocationLimits limits;
    private final Contacts contacts;
    private final Beginnings beginnings;
    private final Tokens tokens;
    private final Keys keys;
    private final Geography geography;
    private final InstantSource time;

    Activations(
            FactsStore store,
            LicenseStore licenses,
            DeviceStore devices,
            DeviceRecords records,
            AllocationLimits limits,
            Contacts contacts,
            Beginnings beginnings,
            Tokens tokens,
            Keys keys,
            Geography geography,
            InstantSource time) {
        this.store = store;
        this.licenses = licenses;
        this.devices = devices;
        this.records = records;
        this.limits = limits;
        this.contacts = contacts;
        this.beginnings = beginnings;
        this.tokens = tokens;
        this.keys = keys;
        this.geography = geography;
        this.time = time;
    }

    /** @param isNew whether the device had no place before */
    record Outcome(boolean isNew, ActivationView view) {}

    @Transactional
    Outcome activate(Optional<LicenseKey> key, ActivationRequest request, Question told, Origin origin) {
        Question question = told.from(geography.of(origin.address()));
        UUID id = key.map(keys::hash).flatMap(licenses::lock).orElseThrow(Activations::noLicense);
        Instant now = time.instant();
        records.releaseSilent(id, origin.requestId(), now);
        FactsStore.Found found = store.byLicense(id, question, now).orElseThrow();
        Facts known = found.facts();
        Facts facts = known.with(known.users().with(limits.place(found.license(), question, known.devices(), now)));
        return switch (Activation.decide(facts, found.license().byCode(question), now)) {
            case Activation.Denied denied -> throw denied(denied.reason());
            case Activation.Full full -> throw full(found.license(), full.limit(), now);
            case Activation.UserFull full -> throw userFull(found.license(), full.limit(), question, now);
            case Activation.DepartmentFull full -> throw AllocationLimits.departmentFull(full.share());
            case Activation.Already already -> {
                DeviceRecord device = again(found.license(), already, request, question, origin, now);
                License license = begun(found.license(), already.started(), origin);
                yield outcome(false, license, already.standing(), device, question, origin, now);
            }
            case Activation.Granted granted -> {
                DeviceRecord device = take(found.license(), request, question, origin, now);
                License license = begun(found.license(), granted.started(), origin);
                yield outcome(true, license, granted.standing(), device, question, origin, now);
            }
        };
    }

    private License begun(License license, Facts.@Nullable Term started, Origin origin) {
        return started == null ? license : beginnings.begin(origin.caller(license), license, started);
    }

    private DeviceRecord take(
            License license, ActivationRequest request, Question question, Origin origin, Instant now) {
        Device device = Objects.requireNonNull(question.device());
        refuseIfElsewhere(license, device, now);
        DeviceRecord record =
                record(license, Uuid7.next(), device, devices.freePlace(license.id()), now, request, question, now);
        records.add(origin.caller(license), record);
        return record;
    }

    private DeviceRecord again(
            License license,
            Activation.Already already,
            ActivationRequest request,
            Question question,
            Origin origin,
            Instant now) {
        UUID id = UUID.fromString(already.device().id());
        DeviceRecord known = devices.find(id).orElseThrow();
        Device device = Objects.requireNonNull(question.device());
        DeviceRecord record = record(license, id, device, known.place(), known.activatedAt(), request, question, now);
        return records.refresh(origin.caller(license), license.policy(), known, record);
    }

    private static DeviceRecord record(
            License license,
            UUID id,
            Device device,
            int place,
            Instant activatedAt,
            ActivationRequest request,
            Question question,
            Instant now) {
        DeviceRequest described = Objects.requireNonNull(request.device());
        return new DeviceRecord(
                id,
                license.id(),
                device,
                described.name(),
                described.platform(),
                request.version(),
                question.user(),
                place,
                activatedAt,
                now,
                DeviceRecords.due(license.policy(), now),
                now,
                null,
                null);
    }

    private Outcome outcome(
            boolean isNew,
            License license,
            Standing standing,
            DeviceRecord device,
            Question question,
            Origin origin,
            Instant now) {
        contacts.note(origin.caller(license), license, now);
        Facts.Term term = license.contract().term();
        String token = tokens.sign(license, term, standing, question, null, now);
        License current = licenses.find(license.id(), now).orElseThrow();
        return new Outcome(
                isNew,
                new ActivationView(
                        DeviceView.of(device),
                        LicenseView.of(current, now).forProgram(),
                        standing.features().values(),
                        token));
    }

    /** A device may be active only once within what the policy says; whoever asks for it elsewhere meanwhile waits. */
    private void refuseIfElsewhere(License license, Device device, Instant now) {
        @Nullable UUID plan = null;
        @Nullable UUID product = null;
        switch (license.policy().deviceUnique()) {
            case LICENSE -> {
                return;
            }
            case PLAN -> plan = license.contract().planId();
            case PRODUCT -> product = license.productId();
            case VENDOR -> {}
        }
        devices.holdFingerprint(device.fingerprint());
        if (devices.activeElsewhere(device.fingerprint(), license.id(), plan, product, now)) {
            throw Problem.conflict(
                    "DEVICE_IN_USE", "This device is activated with another license: deactivate it there first.");
        }
    }

    private Problem full(License license, int limit, Instant now) {
        return Problem.conflict(
                        "DEVICE_LIMIT_REACHED",
                        "All " + limit + " places are taken: deactivate a device you no longer use.")
                .with("limit", limit)
                .with(
                        "devices",
                        devices.holders(license.id(), now).stream()
                                .map(DeviceView::of)
                                .toList());
    }

    private Problem userFull(License license, int limit, Question question, Instant now) {
        List<DeviceRecord> held = devices.holders(license.id(), Objects.requireNonNull(question.user()), now);
        return Problem.conflict(
                        "USER_DEVICE_LIMIT_REACHED",
                        "Each user may have " + limit + " devices: deactivate one that you no longer use.")
                .with("limit", limit)
                .with("devices", held.stream().map(DeviceView::of).toList());
    }

    static Problem denied(Decision.Refused reason) {
        Problem problem = Problem.conflict(reason.code().name(), reason.detail());
        Validation.Upgrade way = Validation.Upgrade.of(reason.upgrade());
        return way == null ? problem : problem.with("upgrade", way);
    }

    static Problem noLicense() {
        return Problem.of(404, "NOT_FOUND", "No license has this key. Check it for typing errors.");
    }
}
