package dev.licet.evidence;

import dev.licet.core.id.Uuid7;
import dev.licet.licensing.LicenseRegister;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Caller;
import dev.licet.platform.Paging;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records who agreed to which version of which terms, and lets the licence say so. */
@Service
class Acceptances {
    private final AcceptanceStore store;
    private final TermsVersions terms;
    private final LicenseRegister licenses;
    private final InstantSource time;

    Acceptances(AcceptanceStore store, TermsVersions terms, LicenseRegister licenses, InstantSource time) {
        this.store = store;
        this.terms = terms;
        this.licenses = licenses;
        this.time = time;
    }

    @Transactional
    Acceptance byStaff(Caller by, String licenseId, AcceptanceRequest.ByStaff request) {
        Instant now = time.instant();
        AcceptanceRequest.Who who = request.checked(now);
        RecordedLicense license = licenses.get(licenseId);
        Instant at = request.at() == null ? now : request.at();
        Terms agreed = terms.accepted(request.terms(), license.productId(), at);
        Map<String, @Nullable Object> evidence = Objects.requireNonNullElse(request.evidence(), Map.of());
        return record(by, license, agreed, who, at, now, null, evidence);
    }

    @Transactional
    Acceptance byHolder(RecordedLicense license, AcceptanceRequest.ByHolder request, String requestId, String address) {
        Instant now = time.instant();
        AcceptanceRequest.Who who = request.checked();
        Terms agreed = terms.accepted(request.terms(), license.productId(), now);
        return record(licenses.holder(license, requestId), license, agreed, who, now, now, address, Map.of());
    }

    List<Acceptance> list(String license, Paging paging) {
        return store.list(licenses.get(license).id(), paging);
    }

    private Acceptance record(
            Caller by,
            RecordedLicense license,
            Terms agreed,
            AcceptanceRequest.Who who,
            Instant at,
            Instant now,
            @Nullable String address,
            Map<String, @Nullable Object> evidence) {
        Acceptance acceptance = new Acceptance(
                Uuid7.next(),
                license.id(),
                agreed,
                who.nameGiven(),
                who.emailGiven(),
                at,
                now,
                by.actor(),
                by.requestId(),
                address,
                evidence);
        store.insert(acceptance);
        licenses.accept(by, license.id(), acceptance.forLicense());
        return acceptance;
    }
}
