package dev.licet.evidence;

import dev.licet.licensing.RecordedLicense;
import dev.licet.platform.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Terms, acceptances and certificates of a licence as files. */
@Component
class EvidencePapers {
    private final AcceptanceStore acceptances;
    private final CertificateStore certificates;
    private final TermsStore terms;
    private final JsonMapper json;

    EvidencePapers(AcceptanceStore acceptances, CertificateStore certificates, TermsStore terms, JsonMapper json) {
        this.acceptances = acceptances;
        this.certificates = certificates;
        this.terms = terms;
        this.json = json;
    }

    void addTo(Bundle bundle, RecordedLicense license) {
        List<Acceptance> agreed = all(acceptances::list, license.id(), Acceptance::id);
        List<Certificate> made = all(certificates::list, license.id(), Certificate::id);
        bundle.add(
                "acceptances.json", pretty(agreed.stream().map(Acceptance::view).toList()));
        bundle.add(
                "certificates.json",
                pretty(made.stream().map(EvidencePapers::with).toList()));
        Map<UUID, Terms> versions = new LinkedHashMap<>();
        agreed.forEach(each ->
                versions.computeIfAbsent(each.terms().id(), id -> terms.find(id).orElseThrow()));
        bundle.add(
                "terms.json",
                pretty(versions.values().stream()
                        .map(each -> TermsView.of(each).withoutText())
                        .toList()));
        versions.values().forEach(each -> {
            String body = each.body();
            if (body != null) {
                bundle.add("terms-" + each.ref() + ".txt", body);
            }
        });
    }

    private static Map<String, Object> with(Certificate certificate) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("copy", certificate.copy());
        file.put("token", certificate.token());
        return file;
    }

    private static <T> List<T> all(BiFunction<UUID, Paging, List<T>> list, UUID license, Function<T, UUID> id) {
        List<T> all = new ArrayList<>();
        @Nullable UUID after = null;
        while (true) {
            List<T> page = list.apply(license, new Paging(Paging.MAX, after));
            all.addAll(page.subList(0, Math.min(page.size(), Paging.MAX)));
            if (page.size() <= Paging.MAX) {
                return all;
            }
            after = id.apply(all.getLast());
        }
    }

    private String pretty(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
