package dev.licet.licensing;

import dev.licet.core.key.LicenseKey;
import dev.licet.platform.Caller;
import dev.licet.platform.LogSection;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask and tell of licences. */
@Service
public class LicenseRegister {
    private static final String TERMS_ACCEPTED = "license.terms_accepted";

    private final LicenseRecords records;
    private final FactsStore facts;
    private final DeviceStore devices;
    private final ValidationStore validations;
    private final Keys keys;
    private final InstantSource time;

    LicenseRegister(
            LicenseRecords records,
            FactsStore facts,
            DeviceStore devices,
            ValidationStore validations,
            Keys keys,
            InstantSource time) {
        this.records = records;
        this.facts = facts;
        this.devices = devices;
        this.validations = validations;
        this.keys = keys;
        this.time = time;
    }

    /**
     * A licence as a path names it.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public RecordedLicense get(String id) {
        return seen(records.get(id));
    }

    /**
     * A licence that another record refers to.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public RecordedLicense get(UUID id) {
        return seen(records.get(id));
    }

    /** The licence as the HTTP interface answers it to staff. */
    public Object document(UUID id) {
        return LicenseView.of(records.get(id), time.instant());
    }

    /**
     * The licence whose key a program or a person shows, in the body or in the header.
     *
     * @throws dev.licet.platform.Problem 422 without a key, 404 when no licence has it
     */
    public RecordedLicense byKey(@Nullable String inBody, HttpServletRequest request) {
        LicenseKey key = Keys.typed(Visitors.key(inBody, request)).orElseThrow(Activations::noLicense);
        return seen(records.get(facts.licenseOf(keys.hash(key)).orElseThrow(Activations::noLicense)));
    }

    /** Whoever has no more than the key, as an author of changes. */
    public Caller holder(RecordedLicense license, String requestId) {
        return new Caller("license:" + license.ref(), requestId, Set.of());
    }

    /**
     * Keeps with the licence that its user agreed to terms; the event of it is part of its history. An acceptance that is told late
     * does not take the place of a later one.
     *
     * @throws dev.licet.platform.Problem 409 when the licence was revoked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RecordedLicense accept(Caller by, UUID id, AcceptedTerms terms) {
        License license = Lifecycle.alive(records.lock(License.typeId(id)));
        AcceptedTerms before = license.contract().terms();
        if (before != null && before.acceptedAt().isAfter(terms.acceptedAt())) {
            records.note(by, TERMS_ACCEPTED, id, null, null, Map.of("terms", terms));
            return seen(license);
        }
        return seen(records.change(
                by, TERMS_ACCEPTED, null, license, license.contract().accepted(terms)));
    }

    /** An event in the history of a licence that does not change it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Caller by, String type, UUID license, @Nullable Object after) {
        records.note(by, type, license, null, null, after);
    }

    /** How often programs asked about a licence, by what they were answered. */
    public List<ValidationSummary> validations(UUID license) {
        return validations.summary(license);
    }

    /** What programs asked last, the latest first, each as one line of JSON. */
    public List<String> validationLines(UUID license, int limit) {
        return validations.lines(license, limit);
    }

    /** Rows of the log of validations in one digest, as {@code EventLog.section} does it for events. */
    public LogSection validationSection(UUID after, UUID upTo, String previous, long limit) {
        return validations.section(after, upTo, previous, limit);
    }

    /** The devices that hold or held places, as the HTTP interface answers them. */
    public List<Object> devices(UUID license) {
        return devices.all(license).stream().<Object>map(DeviceView::of).toList();
    }

    private RecordedLicense seen(License license) {
        return RecordedLicense.of(license, time.instant());
    }
}
