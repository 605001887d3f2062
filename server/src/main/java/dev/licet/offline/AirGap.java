package dev.licet.offline;

import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.id.TypeId;
import dev.licet.core.time.Span;
import dev.licet.licensing.DeviceRequest;
import dev.licet.licensing.LicenseGrants;
import dev.licet.licensing.LicenseUse;
import dev.licet.licensing.OfflinePlaces;
import dev.licet.licensing.ProgramRequest;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places for machines that never see a network: a request is carried here, a file is carried back, and in the end a proof. */
@Service
class AirGap {
    private final LicenseGrants grants;
    private final LicenseUse licenses;
    private final OfflinePlaces places;
    private final BroughtStore requests;
    private final FileStore store;
    private final Files files;
    private final InstantSource time;

    AirGap(
            LicenseGrants grants,
            LicenseUse licenses,
            OfflinePlaces places,
            BroughtStore requests,
            FileStore store,
            Files files,
            InstantSource time) {
        this.grants = grants;
        this.licenses = licenses;
        this.places = places;
        this.requests = requests;
        this.store = store;
        this.files = files;
        this.time = time;
    }

    /** @param isNew whether the device held no place before */
    record Answered(boolean isNew, UUID device, IssuedFile file) {}

    /**
     * Answers a request by a place and a file for it. The same request is answered by the same place again, and not any more once that
     * was given up: a request that somebody kept does not bring a device back.
     */
    @Transactional
    Answered activate(String text, BroughtRequest how, OfflinePlaces.Carrier carrier) {
        ActivationRequest.Unverified brought = Faults.at("/request", () -> ActivationRequest.open(text));
        LicenseGrants.Holder holder = grants.byFinder(brought.finder()).orElseThrow(AirGap::unknown);
        ActivationRequest request = Faults.at("/request", () -> brought.verify(holder.key()));
        licenses.hold(holder.license());
        Optional<UUID> before = requests.answered(holder.license(), request.nonce());
        if (before.isPresent() && !places.isHeld(before.get())) {
            throw spent();
        }
        OfflinePlaces.Taken taken = places.take(holder, request, carrier);
        if (before.isEmpty()) {
            requests.answer(holder.license(), request.nonce(), taken.device(), time.instant());
        } else if (!before.get().equals(taken.device())) {
            throw spent();
        }
        Caller by = LicenseUse.program(holder.license(), carrier.requestId());
        IssuedFile file = files.issue(by, holder.license(), order(request, how), request.nonce(), carrier.address());
        Span heartbeat = licenses.get(holder.license()).facts().policy().heartbeat();
        if (heartbeat != null) {
            places.keep(taken.device(), heartbeat, file.expiresAt());
        }
        return new Answered(taken.isNew(), taken.device(), file);
    }

    /** Frees a place by the word of its program, once; the same proof again changes nothing more. */
    @Transactional
    GivenUp deactivate(String text, OfflinePlaces.Carrier carrier) {
        DeactivationProof.Unverified brought = Faults.at("/proof", () -> DeactivationProof.open(text));
        LicenseGrants.Holder holder = grants.byFinder(brought.finder()).orElseThrow(AirGap::unknown);
        DeactivationProof proof = Faults.at("/proof", () -> brought.verify(holder.key()));
        LicenseUse.Used license = licenses.hold(holder.license());
        FileRecord file = file(proof, holder.license());
        UUID device = Optional.ofNullable(file.device())
                .orElseThrow(() -> Problem.invalid("/proof", "names a file whose device holds no place"));
        Instant now = time.instant();
        boolean isNew = store.giveUp(file.id(), now);
        boolean freed = isNew && places.isHeld(device);
        if (freed) {
            places.giveUp(holder, device, carrier);
        }
        GivenUp answer = new GivenUp(license.ref(), new TypeId("dev", device).toString(), file.typeId(), freed);
        if (isNew) {
            licenses.note(
                    LicenseUse.program(license.id(), carrier.requestId()), "file.given_up", license.id(), null, answer);
        }
        return answer;
    }

    private FileRecord file(DeactivationProof proof, UUID license) {
        return uuid(proof.file())
                .flatMap(store::find)
                .map(Traced::file)
                .filter(file ->
                        file.license().equals(license) && proof.fingerprint().equals(file.fingerprint()))
                .orElseThrow(
                        () -> Problem.invalid("/proof", "names a file that this license never gave to this device"));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(TypeId.parse(id).uuid());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FileOrder order(ActivationRequest request, BroughtRequest how) {
        DeviceRequest device = OfflinePlaces.described(request);
        return new FileOrder(
                ProgramRequest.question(
                                new Checks(), request.product(), device, request.user(), request.version(), null)
                        .released(request.releasedAt()),
                how.ttl(),
                Boolean.TRUE.equals(how.encrypt()),
                FileOrder.algorithms(how.algorithms()));
    }

    private static Problem spent() {
        return Problem.conflict(
                "REQUEST_SPENT",
                "The place that answered this request was given up: make a new request on the device.");
    }

    static Problem unknown() {
        return Problem.of(404, "NOT_FOUND", "No license has the key that this was made with.");
    }
}
