package dev.licet.core.vectors;

import dev.licet.core.file.ActivationRequest;
import dev.licet.core.file.DeactivationProof;
import dev.licet.core.file.OfflineKeys;
import dev.licet.core.file.UsageReport;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.Hkdf;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs what programs without a network write, and what is made from a licence key for it. */
final class KeyedFileCheck {
    private KeyedFileCheck() {}

    static void document(Vector vector) {
        vector.only("document", "text", "key");
        LicenseKey key = LicenseKey.parse(vector.text("key"));
        String text = vector.text("text");
        Expectation.compare(vector.expect(), FileCheck.orFault(() -> {
            Map<String, @Nullable Object> said = switch (vector.text("document")) {
                case "request" -> request(ActivationRequest.open(text).verify(key));
                case "proof" -> proof(DeactivationProof.open(text).verify(key));
                case "report" -> report(UsageReport.open(text).verify(key));
                default -> throw new AssertionError("No such document.");
            };
            said.put("finder", new OfflineKeys(key).finder());
            return said;
        }));
    }

    static void hkdf(Vector vector) {
        vector.only("secret", "salt", "info", "length");
        byte[] key = Hkdf.extract(hex(vector, "salt"), hex(vector, "secret"));
        int length =
                ((BigDecimal) java.util.Objects.requireNonNull(vector.json().get("length"))).intValueExact();
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        actual.put("key", HexFormat.of().formatHex(key));
        actual.put("output", HexFormat.of().formatHex(Hkdf.expand(key, hex(vector, "info"), length)));
        Expectation.compare(vector.expect(), actual);
    }

    private static Map<String, @Nullable Object> request(ActivationRequest request) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("nonce", request.nonce());
        said.put("product", request.product());
        said.put("device", request.device().fingerprint());
        said.put("user", request.user());
        said.put("version", request.version());
        return said;
    }

    private static Map<String, @Nullable Object> proof(DeactivationProof proof) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("nonce", proof.nonce());
        said.put("license", proof.license());
        said.put("file", proof.file());
        said.put("device", proof.fingerprint());
        return said;
    }

    private static Map<String, @Nullable Object> report(UsageReport report) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("series", report.series());
        said.put("number", BigDecimal.valueOf(report.number()));
        said.put("device", report.fingerprint());
        said.put(
                "events",
                report.events().stream()
                        .map(each -> List.of(
                                each.id(),
                                each.meter(),
                                each.quantity().toPlainString(),
                                each.at().toString()))
                        .toList());
        return said;
    }

    private static byte[] hex(Vector vector, String name) {
        return HexFormat.of().parseHex(vector.text(name));
    }
}
