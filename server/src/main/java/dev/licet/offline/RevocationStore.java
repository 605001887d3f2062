package dev.licet.offline;

import dev.licet.core.file.RevocationList.Reason;
import dev.licet.core.id.TypeId;
import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of a product was taken back and has not ended yet. */
@Repository
class RevocationStore {
    static final String LICENSES = """
            select l.id, case when l.revoked_at <= :now then 'REVOKED' else 'SUSPENDED' end as reason
            from licenses l
            join plans p on p.id = l.plan_id
            join plan_versions v on v.plan_id = l.plan_id and v.version = l.plan_version
            where p.product_id = :product and (l.revoked_at is not null or l.suspended_at is not null)
              and (l.revoked_at <= :now or l.suspended_at <= :now)
              and (l.expires_at is null
                   or (v.policy || l.policy_overrides) ->> 'onExpiry' <> 'refuse'
                   or plus_span(l.expires_at, (v.policy || l.policy_overrides) ->> 'grace') > :now)
            """;

    static final String FILES = """
            select f.id,
                   case when f.revoked_at is not null then 'REVOKED' when f.withdrawal = 'seatFreed' then 'SEAT_FREED'
                        else 'DEVICE_RELEASED' end as reason
            from license_files f
            join licenses l on l.id = f.license_id
            join plans p on p.id = l.plan_id
            where p.product_id = :product and f.expires_at > :now
              and (f.revoked_at is not null or f.withdrawal is not null)
            """;

    private final JdbcClient jdbc;

    RevocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Reason> licenses(UUID product, Instant now) {
        return reasons(LICENSES, "lic", product, now);
    }

    Map<String, Reason> files(UUID product, Instant now) {
        return reasons(FILES, FileRecord.PREFIX, product, now);
    }

    private Map<String, Reason> reasons(String sql, String prefix, UUID product, Instant now) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("product", product)
                .param("now", Sql.time(now))
                .query((ResultSet row) -> add(reasons, prefix, row));
        return reasons;
    }

    private static void add(Map<String, Reason> reasons, String prefix, ResultSet row) throws SQLException {
        reasons.put(new TypeId(prefix, Sql.uuid(row, "id")).toString(), Reason.valueOf(row.getString("reason")));
    }
}
