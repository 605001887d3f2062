package dev.licet.evidence;

import dev.licet.access.Throttle;
import dev.licet.catalog.Catalog;
import dev.licet.catalog.Product;
import dev.licet.core.key.CertificateNumber;
import dev.licet.customers.Customer;
import dev.licet.licensing.LicenseRegister;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells anybody who has the number of a certificate whether it is good. Numbers are unguessable, and guessing is slowed down. */
@Service
class Verifications {
    /** What is shown to others is what the certificate is for: there the holder's name stands in full. */
    private static final Set<String> PUBLIC_KINDS = Set.of("certificate", "membership");

    private final CertificateStore store;
    private final CertificateClaims claims;
    private final LicenseRegister licenses;
    private final Catalog catalog;
    private final Settings settings;
    private final InstantSource time;
    private final Throttle throttle = new Throttle();

    Verifications(
            CertificateStore store,
            CertificateClaims claims,
            LicenseRegister licenses,
            Catalog catalog,
            Settings settings,
            InstantSource time) {
        this.store = store;
        this.claims = claims;
        this.licenses = licenses;
        this.catalog = catalog;
        this.settings = settings;
        this.time = time;
    }

    /** The answer to somebody who asks. */
    sealed interface Found {
        /** There is one, and this is how it stands. */
        record Known(Verification verification) implements Found {}

        /**
         * There is no such certificate.
         *
         * @param typo whether no certificate ever has such a number
         */
        record Unknown(boolean typo) implements Found {}

        /** Too many unknown numbers came from the address. */
        record Wait(Duration duration) implements Found {}
    }

    /** @param staff whether the one who asks may know who the certificate was made for */
    Found find(String typed, String address, boolean staff) {
        CertificateNumber number = parse(typed);
        Optional<Certificate> certificate = number == null ? Optional.empty() : store.find(number);
        if (certificate.isPresent()) {
            return new Found.Known(verify(certificate.get(), staff));
        }
        return throttle.failed(address, time.instant())
                .<Found>map(Found.Wait::new)
                .orElseGet(() -> new Found.Unknown(number == null));
    }

    private Verification verify(Certificate certificate, boolean staff) {
        RecordedLicense license = licenses.get(certificate.licenseId());
        Product product = claims.product(license.productId());
        Status status = Status.of(certificate, license);
        Instant now = time.instant();
        return new Verification(
                certificate.number().toString(),
                status == Status.VALID,
                status,
                product.kind(),
                product.name(),
                catalog.planVersion(license.planId(), license.planVersion()).planName(),
                holder(product, claims.customer(certificate.customerId())),
                certificate.madeAt(),
                license.issuedAt(),
                license.startsAt(),
                license.expiresAt(),
                license.revokedAt(),
                isChanged(certificate, license),
                settings.publicUrl().toString(),
                now,
                staff ? certificate.copy() : null);
    }

    private static boolean isChanged(Certificate certificate, RecordedLicense license) {
        Object plan = certificate.claims().get("plan");
        String then = plan instanceof java.util.Map<?, ?> named ? String.valueOf(named.get("code")) : "";
        String end = license.expiresAt() == null ? null : license.expiresAt().toString();
        return !then.equals(license.plan())
                || !Objects.equals(certificate.claims().get("expiresAt"), end);
    }

    /** An organization by its name, a person in full only where that is what the certificate is for, else by initials. */
    static @Nullable String holder(Product product, @Nullable Customer customer) {
        if (customer == null) {
            return null;
        }
        return PUBLIC_KINDS.contains(product.kind()) || customer.kind().equals("organization")
                ? customer.name()
                : initials(customer.name());
    }

    private static String initials(String name) {
        return Stream.of(name.strip().split("\\s+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    private static @Nullable CertificateNumber parse(String typed) {
        try {
            return CertificateNumber.parse(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
