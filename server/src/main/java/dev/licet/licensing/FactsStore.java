package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.device.Device;
import dev.licet.core.release.Releases;
import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that a decision needs to know, in one statement. */
@Repository
class FactsStore {
    private static final String FACTS = LicenseStore.COLUMNS + """
                   , (select coalesce(jsonb_agg(jsonb_build_object(
                                'id', d.id, 'fingerprint', d.fingerprint, 'components', d.components,
                                'heartbeatAt', d.heartbeat_at, 'seenAt', d.seen_at,
                                'rank', (select count(*) from devices o
                                         where o.license_id = l.id and is_active(o, :now)
                                           and (o.activated_at, o.id) <= (d.activated_at, d.id)),
                                'user', d.user_name,
                                'userRank', case when (v.policy || l.policy_overrides) ->> 'devicesPerUser' is not null
                                    then (select count(*) from devices o
                                          where o.license_id = l.id and is_active(o, :now)
                                            and lower(o.user_name) = lower(d.user_name)
                                            and (o.activated_at, o.id) <= (d.activated_at, d.id)) end)), '[]')
                      from devices d
                      where d.license_id = l.id and is_active(d, :now)
                        and (d.fingerprint = :fingerprint::text or d.parts && :parts::text[])) as alike,
                   (select (select count(*) from license_users o
                            where o.license_id = l.id and (o.assigned_at, o.id) <= (u.assigned_at, u.id))
                    from license_users u
                    where u.license_id = l.id and lower(u.email) = lower(:user::text)) as user_rank,
                   has_departed(l.customer_id, :user::text) as departed,
                   case when (v.policy || l.policy_overrides) ->> 'devicesPerUser' is not null
                       then (select count(*) from devices o
                             where o.license_id = l.id and is_active(o, :now)
                               and lower(o.user_name) = lower(:user::text)) end as user_devices,
                   case when (v.policy || l.policy_overrides) ->> 'concurrent' is not null
                       then seat_rank(l.id, :fingerprint::text, :user::text, :now) end as lease_rank,
                   case when l.maintenance_until is not null or (v.policy || l.policy_overrides) ->> 'maintenance' is not null
                       then (select jsonb_agg(jsonb_build_object(
                                 'version', k.version, 'releasedAt', k.released_at, 'channel', k.channel,
                                 'guide', k.upgrade_url))
                             from ((select * from releases k
                                    where k.product_id = r.id and k.version_key <= :version::text
                                    order by k.version_key desc limit 1)
                                   union
                                   (select * from releases k
                                    where k.product_id = r.id and k.channel = 'stable'
                                      and k.released_at < coalesce(
                                          l.maintenance_until,
                                          plus_span(l.started_at, (v.policy || l.policy_overrides) ->> 'maintenance'))
                                    order by k.version_key desc limit 10)) k) end as releases
            """ + LicenseStore.TABLES;

    static final String BY_KEY = FACTS + "where l.key_hash = :key";

    static final String BY_LICENSE = FACTS + "where l.id = :license";

    static final String LICENSE_OF = "select id from licenses where key_hash = :key";

    private final JdbcClient jdbc;

    FactsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A licence together with what is on record about it, the device and the user in question. */
    record Found(License license, Facts facts) {}

    Optional<Found> byKey(byte[] keyHash, Question question, Instant now) {
        return facts(jdbc.sql(BY_KEY).param("key", keyHash), question, now);
    }

    Optional<Found> byLicense(UUID license, Question question, Instant now) {
        return facts(jdbc.sql(BY_LICENSE).param("license", license), question, now);
    }

    /** The licence that has this key. */
    Optional<UUID> licenseOf(byte[] keyHash) {
        return jdbc.sql(LICENSE_OF).param("key", keyHash).query(UUID.class).optional();
    }

    private static Optional<Found> facts(JdbcClient.StatementSpec statement, Question question, Instant now) {
        Device device = question.device();
        return statement
                .param("now", Sql.time(now))
                .param("fingerprint", device == null ? null : device.fingerprint())
                .param("parts", DeviceColumns.parts(device))
                .param("user", question.user())
                .param(
                        "version",
                        question.version() == null ? null : question.version().orderKey())
                .query(FactsStore::found)
                .optional();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        License license = LicenseRow.read(row, number);
        Integer rank = row.getObject("user_rank", Long.class) == null ? null : row.getInt("user_rank");
        Facts facts = license.facts(
                devices(row),
                new Facts.Users(
                        row.getInt("users"), rank, row.getBoolean("departed"), row.getInt("user_devices"), null),
                new Facts.Leases(row.getInt("leases"), row.getObject("lease_rank", Integer.class)));
        @Nullable String releases = row.getString("releases");
        return new Found(
                license, releases == null ? facts : facts.with(facts.releases().with(Releases.list(releases))));
    }

    private static Facts.Devices devices(ResultSet row) throws SQLException {
        @Nullable String alike = row.getString("alike");
        return Facts.Devices.read(row.getInt("devices"), alike == null ? "[]" : alike);
    }
}
