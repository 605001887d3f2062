package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a licence from a row of {@link LicenseStore#COLUMNS}. */
final class LicenseRow {
    private LicenseRow() {}

    static License read(ResultSet row, int number) throws SQLException {
        return new License(
                Sql.uuid(row, "id"),
                row.getLong("version"),
                new License.KeyMask(row.getString("key_prefix"), row.getString("key_hint")),
                contract(row),
                row.getString("plan"),
                Sql.uuid(row, "product_id"),
                row.getString("product"),
                List.of((String[]) row.getArray("services").getArray()),
                Releases.read(object(row, "version_rules")),
                Policy.read(object(row, "policy")),
                Features.read(object(row, "features")),
                fallback(row),
                Sql.instant(row, "issued_at"),
                Sql.instantOrNull(row, "checked_in_at"),
                new License.Counts(row.getInt("devices"), row.getInt("users"), row.getInt("leases")));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                Sql.uuid(row, "plan_id"),
                row.getInt("plan_version"),
                row.getObject("customer_id", UUID.class),
                new Overrides(object(row, "policy_overrides"), object(row, "feature_overrides")),
                object(row, "metadata"),
                new Facts.Term(
                        Sql.instantOrNull(row, "starts_at"),
                        Sql.instantOrNull(row, "started_at"),
                        Sql.instantOrNull(row, "expires_at"),
                        Sql.instantOrNull(row, "maintenance_until")),
                stop(row, "suspended_at", "suspension_reason"),
                stop(row, "revoked_at", "revocation_reason"),
                terms(row));
    }

    static Map<String, @Nullable Object> object(ResultSet row, String column) throws SQLException {
        return Json.parseObject(row.getString(column));
    }

    private static Facts.@Nullable Fallback fallback(ResultSet row) throws SQLException {
        String plan = row.getString("fallback_plan");
        return plan == null ? null : new Facts.Fallback(plan, Features.read(object(row, "fallback_features")));
    }

    private static Contract.@Nullable Stop stop(ResultSet row, String at, String reason) throws SQLException {
        Instant when = Sql.instantOrNull(row, at);
        return when == null ? null : new Contract.Stop(when, row.getString(reason));
    }

    private static @Nullable AcceptedTerms terms(ResultSet row) throws SQLException {
        String json = row.getString("terms");
        if (json == null) {
            return null;
        }
        Fields terms = Fields.open(Json.parseObject(json));
        Fields by = terms.object("acceptedBy");
        return new AcceptedTerms(
                terms.requiredText("id"),
                terms.requiredText("code"),
                terms.requiredText("version"),
                terms.requiredText("sha256"),
                Instant.parse(terms.requiredText("acceptedAt")),
                by == null ? null : new AcceptedTerms.Person(by.requiredText("name"), by.requiredText("email")));
    }

    static @Nullable String written(@Nullable AcceptedTerms terms) {
        if (terms == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", terms.id());
        json.put("code", terms.code());
        json.put("version", terms.version());
        json.put("sha256", terms.sha256());
        json.put("acceptedAt", terms.acceptedAt().toString());
        AcceptedTerms.Person by = terms.acceptedBy();
        if (by != null) {
            json.put("acceptedBy", Map.of("name", by.name(), "email", by.email()));
        }
        return Json.write(json);
    }
}
