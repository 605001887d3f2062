package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.core.key.CertificateNumber;
import dev.licet.licensing.LicenseIssued;
import dev.licet.licensing.LicenseRegister;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Caller;
import dev.licet.platform.Paging;
import dev.licet.signing.Signer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out certificates. Each copy has a number of its own, so that one that turns up elsewhere leads back to who asked for it. */
@Service
class Certificates {
    private static final Map<String, Object> HEADER = Map.of("typ", "license-certificate+jwt");

    private final CertificateStore store;
    private final CertificateClaims claims;
    private final LicenseRegister licenses;
    private final Signer signer;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    Certificates(
            CertificateStore store,
            CertificateClaims claims,
            LicenseRegister licenses,
            Signer signer,
            InstantSource time) {
        this.store = store;
        this.claims = claims;
        this.licenses = licenses;
        this.signer = signer;
        this.time = time;
    }

    /** What is no software is proved by a certificate, so it comes with one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void issued(LicenseIssued issued) {
        if (!claims.product(issued.productId()).kind().equals("software")) {
            make(issued.by(), licenses.get(issued.license()), Certificate.Form.ISSUE, null);
        }
    }

    @Transactional
    Certificate make(Caller by, RecordedLicense license, Certificate.Form form, @Nullable String address) {
        Instant now = time.instant();
        UUID id = Uuid7.next();
        CertificateNumber number = CertificateNumber.generate(random);
        Map<String, @Nullable Object> said = claims.of(license, new TypeId("cert", id).toString(), number, now);
        Certificate certificate = new Certificate(
                id,
                number,
                license.id(),
                license.customerId(),
                form,
                now,
                by.actor(),
                by.requestId(),
                address,
                said,
                signer.sign(HEADER, said));
        store.insert(certificate);
        licenses.note(by, "certificate.made", license.id(), certificate.copy());
        return certificate;
    }

    List<Certificate> list(String license, Paging paging) {
        return store.list(licenses.get(license).id(), paging);
    }
}
