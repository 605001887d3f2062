package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code leases} and {@code lease_pools}. Whatever changes them holds the licence locked. */
@Repository
class LeaseStore {
    static final String EXPIRED = "expired";

    static final String FIND = "select * from leases where id = :id";

    /** By its process and device, or without a process by device and user, of which one has to be named. */
    static final String OWN = """
            select * from leases e
            where e.license_id = :license and e.ended_at is null and e.feature is not distinct from :feature::text
              and e.process is not distinct from :process::text
              and e.fingerprint is not distinct from :fingerprint::text
              and (e.process is not null
                   or lower(e.user_name) is not distinct from lower(:user::text)
                       and num_nonnulls(e.fingerprint, e.user_name) > 0)
            order by e.id desc limit 1
            """;

    static final String RANK = """
            select coalesce(sum(e.units), 0) from leases e
            where e.license_id = :license and e.pool = :pool and e.closed_at is null
              and (e.taken_at, e.id) <= (:at, :id)
            """;

    static final String HOLDERS = """
            select * from leases e
            where e.license_id = :license and e.pool = :pool and e.closed_at is null
            order by e.taken_at, e.id limit 20
            """;

    static final String IN_USE = "select seats_in_use(:license, :pool, :now)";

    static final String INSERT = """
            insert into leases (id, license_id, pool, feature, process, fingerprint, components, device_name,
                                user_name, app_version, quantity, units, taken_at, renewed_at, expires_at, free_at, borrowed)
            values (:id, :license, :pool, :feature, :process, :fingerprint, :components::jsonb, :deviceName, :user,
                    :version, :quantity, :quantity, :now, :now, :end, :free, :borrowed)
            """;

    static final String COUNT = """
            insert into lease_pools (license_id, pool, in_use, capacity) values (:license, :pool, :units, :capacity)
            on conflict (license_id, pool) do update
            set in_use = lease_pools.in_use + excluded.in_use, capacity = excluded.capacity
            """;

    static final String RENEW = """
            update leases set renewed_at = :now, expires_at = :end, free_at = :free, borrowed = :borrowed
            where id = :id and ended_at is null
            """;

    static final String END = """
            update leases set ended_at = :now, end_reason = :reason, ended_by = :by, free_at = :free
            where id = :id and ended_at is null and expires_at > :now
            """;

    static final String END_EXPIRED = """
            update leases set ended_at = expires_at, end_reason = 'expired', ended_by = 'system'
            where license_id = :license and ended_at is null and expires_at <= :now
            returning *
            """;

    static final String CLOSE = """
            with closed as (
                update leases set closed_at = :now
                where license_id = :license and closed_at is null and free_at <= :now and ended_at is not null
                returning pool, units
            )
            update lease_pools p set in_use = p.in_use - c.units
            from (select pool, sum(units)::int as units from closed group by pool) c
            where p.license_id = :license and p.pool = c.pool
            """;

    static final String OVER = """
            select distinct license_id from (
                select license_id from leases where ended_at is null and expires_at <= :now
                union all
                select license_id from leases where closed_at is null and free_at <= :now
            ) o limit 1000
            """;

    static final Where LIST = Where.list("select * from leases e", "e.id")
            .always("e.license_id = :license")
            .filter("held", "(e.ended_at is null and e.expires_at > :now) = :held");

    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LeaseRecord> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(LeaseStore::read).optional();
    }

    /** What somebody holds of the licence or of a feature; ends must have been noted before. */
    Optional<LeaseRecord> own(UUID license, @Nullable String feature, LeaseRecord.Holder holder) {
        return jdbc.sql(OWN)
                .param("license", license)
                .param("feature", feature)
                .param("process", holder.process())
                .param("fingerprint", holder.fingerprint())
                .param("user", holder.user())
                .query(LeaseStore::read)
                .optional();
    }

    /** How many seats of the pool are taken as long as these, themselves included; ends must have been noted before. */
    int rank(LeaseRecord lease) {
        return jdbc.sql(RANK)
                .param("license", lease.licenseId())
                .param("pool", lease.pool())
                .param("at", Sql.time(lease.takenAt()))
                .param("id", lease.id())
                .query(Integer.class)
                .single();
    }

    /** Up to 20 leases whose seats are taken, the longest-standing first; ends must have been noted before. */
    List<LeaseRecord> holders(UUID license, String pool) {
        return jdbc.sql(HOLDERS)
                .param("license", license)
                .param("pool", pool)
                .query(LeaseStore::read)
                .list();
    }

    /** How many seats of a pool are taken. */
    int inUse(UUID license, String pool, Instant now) {
        return jdbc.sql(IN_USE)
                .param("license", license)
                .param("pool", pool)
                .param("now", Sql.time(now))
                .query(Integer.class)
                .single();
    }

    List<LeaseRecord> list(UUID license, @Nullable Boolean held, Instant now, Paging paging) {
        return LIST.with("license", license)
                .with("held", held)
                .with("now", Sql.time(now))
                .page(jdbc, paging)
                .query(LeaseStore::read)
                .list();
    }

    /** @param capacity how many seats of the pool may be taken together; null for any number */
    void insert(LeaseRecord lease, @Nullable Integer capacity) {
        Device device = lease.holder().device();
        jdbc.sql(INSERT)
                .param("id", lease.id())
                .param("license", lease.licenseId())
                .param("pool", lease.pool())
                .param("feature", lease.feature())
                .param("process", lease.holder().process())
                .param("fingerprint", lease.holder().fingerprint())
                .param("components", device == null ? "{}" : DeviceColumns.components(device))
                .param("deviceName", lease.holder().deviceName())
                .param("user", lease.holder().user())
                .param("version", lease.holder().version())
                .param("quantity", lease.quantity())
                .param("now", Sql.time(lease.takenAt()))
                .param("end", Sql.time(lease.expiresAt()))
                .param("free", Sql.time(lease.freeAt()))
                .param("borrowed", lease.borrowed())
                .update();
        jdbc.sql(COUNT)
                .param("license", lease.licenseId())
                .param("pool", lease.pool())
                .param("units", lease.quantity())
                .param("capacity", capacity)
                .update();
    }

    void renew(LeaseRecord lease) {
        jdbc.sql(RENEW)
                .param("id", lease.id())
                .param("now", Sql.time(lease.renewedAt()))
                .param("end", Sql.time(lease.expiresAt()))
                .param("free", Sql.time(lease.freeAt()))
                .param("borrowed", lease.borrowed())
                .update();
    }

    /** Answers whether it was held until now. */
    boolean end(LeaseRecord lease, String reason, String by, Instant free, Instant now) {
        return jdbc.sql(END)
                        .param("id", lease.id())
                        .param("now", Sql.time(now))
                        .param("free", Sql.time(free))
                        .param("reason", reason)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Notes which leases of a licence have run out. */
    List<LeaseRecord> endExpired(UUID license, Instant now) {
        return jdbc.sql(END_EXPIRED)
                .param("license", license)
                .param("now", Sql.time(now))
                .query(LeaseStore::read)
                .list();
    }

    /** Counts no more what is free by now. */
    void close(UUID license, Instant now) {
        jdbc.sql(CLOSE).param("license", license).param("now", Sql.time(now)).update();
    }

    /** Up to 1000 licences with leases whose end or freedom is to be noted. */
    List<UUID> over(Instant now) {
        return jdbc.sql(OVER)
                .param("now", Sql.time(now))
                .query((row, number) -> Sql.uuid(row, "license_id"))
                .list();
    }

    private static LeaseRecord read(ResultSet row, int number) throws SQLException {
        return new LeaseRecord(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                row.getString("pool"),
                row.getString("feature"),
                new LeaseRecord.Holder(
                        row.getString("process"),
                        row.getString("fingerprint") == null ? null : DeviceColumns.read(row),
                        row.getString("device_name"),
                        row.getString("user_name"),
                        row.getString("app_version")),
                row.getInt("quantity"),
                Sql.instant(row, "taken_at"),
                Sql.instant(row, "renewed_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "free_at"),
                row.getBoolean("borrowed"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("end_reason"));
    }
}
