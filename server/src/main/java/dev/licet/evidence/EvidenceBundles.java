package dev.licet.evidence;

import dev.licet.catalog.Catalog;
import dev.licet.core.json.Json;
import dev.licet.licensing.LicenseRegister;
import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Caller;
import dev.licet.platform.EventLog;
import dev.licet.platform.Settings;
import dev.licet.signing.PublicKeys;
import dev.licet.signing.Signer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** All that is on record about a licence in one archive, which proves itself without this server. */
@Service
class EvidenceBundles {
    /** The latest of the questions that programs asked; the summary counts all of them. */
    static final int VALIDATIONS = 50_000;

    private static final Map<String, Object> HEADER = Map.of("typ", "license-evidence+jwt");

    private final LicenseRegister licenses;
    private final EvidencePapers papers;
    private final CertificateClaims holders;
    private final Catalog catalog;
    private final EventLog events;
    private final CheckpointStore checkpoints;
    private final PublicKeys keys;
    private final Signer signer;
    private final Settings settings;
    private final JsonMapper json;
    private final InstantSource time;

    EvidenceBundles(
            LicenseRegister licenses,
            EvidencePapers papers,
            CertificateClaims holders,
            Catalog catalog,
            EventLog events,
            CheckpointStore checkpoints,
            PublicKeys keys,
            Signer signer,
            Settings settings,
            JsonMapper json,
            InstantSource time) {
        this.licenses = licenses;
        this.papers = papers;
        this.holders = holders;
        this.catalog = catalog;
        this.events = events;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.signer = signer;
        this.settings = settings;
        this.json = json;
        this.time = time;
    }

    /** In one snapshot of the record, so that its parts fit each other. That it was made, and for whom, is part of the history. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    byte[] make(Caller by, String licenseId) {
        RecordedLicense license = licenses.get(licenseId);
        Instant now = time.instant();
        List<String> history = events.lines(license.ref());
        Bundle bundle = new Bundle()
                .add("README.txt", EvidenceReadme.text(license.ref()))
                .add("license.json", pretty(licenses.document(license.id())))
                .add("plan.json", pretty(plan(license)))
                .add("customer.json", pretty(holders.customer(license.customerId())))
                .add("history.jsonl", lines(history))
                .add("validations.jsonl", lines(licenses.validationLines(license.id(), VALIDATIONS)))
                .add("validations-summary.json", pretty(licenses.validations(license.id())))
                .add("devices.json", pretty(licenses.devices(license.id())))
                .add("checkpoints.json", pretty(covering(history)))
                .add("keys.json", pretty(keys.document()))
                .add("key.pem", keys.pem(signer.kid()));
        papers.addTo(bundle, license);
        seal(bundle, by, license, now);
        licenses.note(by, "license.evidence_made", license.id(), Map.of("madeAt", now));
        return bundle.zip(now);
    }

    private void seal(Bundle bundle, Caller by, RecordedLicense license, Instant now) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("iss", settings.publicUrl().toString());
        manifest.put("sub", license.ref());
        manifest.put("iat", now.getEpochSecond());
        manifest.put("madeAt", now.toString());
        manifest.put("madeFor", by.actor());
        manifest.put("requestId", by.requestId());
        manifest.put(
                "timeSource",
                settings.sandbox()
                        ? "the server's clock in sandbox mode, which can be moved: no evidence of real time"
                        : "the server's system clock, UTC, to the microsecond");
        manifest.put("files", bundle.digests());
        bundle.add("manifest.json", Json.write(manifest));
        bundle.add("SHA256SUMS", bundle.sums());
        bundle.add("manifest.jws", signer.sign(HEADER, manifest));
    }

    private Map<String, Object> plan(RecordedLicense license) {
        var plan = catalog.planVersion(license.planId(), license.planVersion());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("product", plan.productCode());
        document.put("code", plan.planCode());
        document.put("name", plan.planName());
        document.put("version", plan.version());
        document.put("policy", plan.policy());
        document.put("features", plan.features().toMap());
        return document;
    }

    /** The checkpoints whose sections have an event of the licence in them. */
    private List<Checkpoint> covering(List<String> history) {
        NavigableSet<String> ids = history.stream()
                .map(line -> String.valueOf(Json.parseObject(line).get("id")))
                .collect(Collectors.toCollection(TreeSet::new));
        return checkpoints.all(Logs.EVENTS).stream()
                .filter(each -> hasAny(each, ids))
                .toList();
    }

    /** Ids as text sort as PostgreSQL sorts them. */
    private static boolean hasAny(Checkpoint section, NavigableSet<String> ids) {
        String next = ids.higher(section.afterId().toString());
        return next != null && next.compareTo(section.lastId().toString()) <= 0;
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private String pretty(@Nullable Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
