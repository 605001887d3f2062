package dev.licet.core.vectors;

import dev.licet.core.file.InvalidFile;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.LicenseFileVerifier;
import dev.licet.core.file.RevocationList;
import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.KeySet;
import dev.licet.core.token.KeyStatement;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.SignatureVerifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what the server has signed for programs without a network. */
final class FileCheck {
    private FileCheck() {}

    static void file(Vector vector) {
        vector.only("text", "required", "key", "fingerprint");
        Set<String> required = new LinkedHashSet<>(texts(vector, "required"));
        Expectation.compare(vector.expect(), orFault(() -> said(verify(vector, required))));
    }

    static void offline(Vector vector) {
        vector.only("text", "key", "fingerprint", "question", "at");
        LicenseFile file = verify(vector, Set.of("EdDSA"));
        DecisionCheck.compare(vector, file.decide(DecisionCheck.question(vector), vector.instant("at")));
    }

    static void revocations(Vector vector) {
        vector.only("text", "product", "at");
        Expectation.compare(vector.expect(), orFault(() -> {
            RevocationList list = RevocationList.verify(vector.text("text"), keys(vector), vector.text("product"));
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("fresh", list.isFresh(vector.instant("at")));
            said.put("issuedAt", list.issuedAt().toString());
            said.put("nextUpdate", list.nextUpdate().toString());
            said.put("expiresAt", list.expiresAt().toString());
            said.put("licenses", words(list.licenses()));
            said.put("files", words(list.files()));
            return said;
        }));
    }

    static void statement(Vector vector) {
        vector.only("text", "roots", "at");
        Map<String, SignatureVerifier> known = new LinkedHashMap<>(keys(vector));
        known.keySet().retainAll(texts(vector, "roots"));
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        try {
            Instant at = vector.instant("at");
            KeyStatement statement = KeyStatement.verify(vector.text("text"), known, at);
            actual.put("trusted", true);
            actual.put("sequence", java.math.BigDecimal.valueOf(statement.sequence()));
            actual.put("keys", List.copyOf(statement.keys().keys().keySet()));
            actual.put("removed", List.copyOf(statement.removed()));
            actual.put("root", statement.root());
        } catch (InvalidToken e) {
            actual.put("trusted", false);
        }
        Expectation.compare(vector.expect(), actual);
    }

    private static LicenseFile verify(Vector vector, Set<String> required) {
        @Nullable Object key = vector.json().get("key");
        return new LicenseFileVerifier(keys(vector), required)
                .verify(vector.text("text"), key == null ? null : LicenseKey.parse((String) key), (String)
                        vector.json().get("fingerprint"));
    }

    private static Map<String, @Nullable Object> said(LicenseFile file) {
        LicenseToken grant = file.grant();
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("license", grant.license());
        said.put("file", grant.id());
        said.put("product", grant.product());
        said.put("device", grant.device() == null ? null : grant.device().fingerprint());
        said.put("user", grant.user());
        said.put("nonce", grant.nonce());
        said.put("issuedAt", grant.issuedAt().toString());
        said.put("expiresAt", grant.expiresAt().toString());
        said.put("algorithms", file.algorithms());
        return said;
    }

    /** What was read, said to be trusted; or why it is not. */
    static Map<String, @Nullable Object> orFault(Supplier<Map<String, @Nullable Object>> read) {
        Map<String, @Nullable Object> actual = new LinkedHashMap<>();
        try {
            actual.putAll(read.get());
            actual.put("trusted", true);
        } catch (InvalidFile e) {
            actual.put("trusted", false);
            actual.put("fault", e.fault().name());
        }
        return actual;
    }

    private static Map<String, String> words(Map<String, RevocationList.Reason> reasons) {
        Map<String, String> words = new TreeMap<>();
        reasons.forEach((id, reason) -> words.put(id, Fields.camelCase(reason)));
        return words;
    }

    private static Map<String, SignatureVerifier> keys(Vector vector) {
        return KeySet.read(Objects.requireNonNull(new Vector(Map.of(), vector.file()).object("jwks")))
                .keys();
    }

    private static List<String> texts(Vector vector, String name) {
        return Fields.of(vector.json()).texts(name);
    }
}
