package dev.licet.licensing;

import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
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

/** The table {@code devices}. */
@Repository
class DeviceStore {
    static final String FIND = "select * from devices where id = :id";

    static final String HOLDERS = """
            select * from devices d where d.license_id = :license and is_active(d, :now) order by d.place limit 100
            """;

    /** Who held places at a moment, the longest-standing first. Silence that costs the place is over for good, so the last due time tells. */
    static final String HELD_AT = """
            select * from devices d
            where d.license_id = :license and d.activated_at <= :at and (d.released_at is null or d.released_at > :at)
              and (d.heartbeat_due is null or d.heartbeat_due > :at)
            order by d.activated_at, d.id
            """;

    static final String ALL = "select * from devices d where d.license_id = :license order by d.id";

    static final String FREE_PLACE = """
            select min(place) from (
                select 1 as place
                union all
                select place + 1 from devices where license_id = :license and released_at is null
            ) candidates
            where not exists (
                select from devices d
                where d.license_id = :license and d.released_at is null and d.place = candidates.place)
            """;

    static final String INSERT = """
            insert into devices (id, license_id, fingerprint, components, parts, name, platform, app_version, user_name,
                                 place, activated_at, heartbeat_at, heartbeat_due, seen_at)
            values (:id, :license, :fingerprint, :components::jsonb, :parts, :name, :platform, :version, :user,
                    :place, :now, :now, :due, :now)
            """;

    static final String REFRESH = """
            update devices
            set heartbeat_at = :now, heartbeat_due = :due, seen_at = :now, app_version = coalesce(:version, app_version),
                name = coalesce(:name, name), platform = coalesce(:platform, platform),
                user_name = coalesce(:user, user_name)
            where id = :id and released_at is null
            """;

    static final String REDESCRIBE = """
            update devices d
            set fingerprint = :fingerprint, components = :components::jsonb, parts = :parts
            where d.id = :id and not exists (
                select from devices o
                where o.license_id = d.license_id and o.id <> d.id and o.released_at is null
                  and o.fingerprint = :fingerprint)
            """;

    static final String SEEN = """
            update devices set seen_at = :now, app_version = coalesce(:version, app_version)
            where id = :id and seen_at < :now
            """;

    static final String RELEASE = """
            update devices
            set released_at = :now, release_reason = :reason, released_by = :by
            where id = :id and released_at is null
            """;

    static final String RELEASE_SILENT = """
            update devices
            set released_at = :now, release_reason = 'heartbeat missed', released_by = 'system'
            where license_id = :license and released_at is null and heartbeat_due <= :now
            returning *
            """;

    static final String SILENT = """
            select distinct license_id from devices where released_at is null and heartbeat_due <= :now limit 1000
            """;

    static final String BEGIN_AGAIN = """
            update devices d set heartbeat_at = :now, heartbeat_due = :due
            where d.license_id = :license and is_active(d, :now)
            """;

    static final String RELEASED_BY_USERS = """
            select count(*) from devices
            where license_id = :license and released_by like 'license:%' and released_at > :since
            """;

    static final String HOLD_FINGERPRINT = "select pg_advisory_xact_lock(hashtextextended(:fingerprint, 7))";

    static final String ELSEWHERE = """
            select exists (
                select from devices d
                join licenses l on l.id = d.license_id
                join plans p on p.id = l.plan_id
                where d.fingerprint = :fingerprint and is_active(d, :now) and l.id <> :license
                  and (:plan::uuid is null or p.id = :plan) and (:product::uuid is null or p.product_id = :product))
            """;

    static final Where LIST = Where.list("select * from devices d", "d.id")
            .always("d.license_id = :license")
            .filter("active", "is_active(d, :now) = :active");

    static final Where OF_USER = Where.list("select d.* from devices d join licenses l on l.id = d.license_id", "d.id")
            .always("l.customer_id = :customer and lower(d.user_name) = lower(:email)")
            .filter("active", "is_active(d, :now) = :active");

    static final String HELD_BY = """
            select d.* from devices d join licenses l on l.id = d.license_id
            where l.customer_id = :customer and lower(d.user_name) = lower(:email) and d.released_at is null
            order by d.license_id, d.id
            """;

    static final String HOLDERS_OF_USER = """
            select * from devices d
            where d.license_id = :license and is_active(d, :now) and lower(d.user_name) = lower(:email)
            order by d.place limit 100
            """;

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DeviceRecord> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(DeviceStore::read).optional();
    }

    /** Up to 100 devices that hold the places of a licence. */
    List<DeviceRecord> holders(UUID license, Instant now) {
        return jdbc.sql(HOLDERS)
                .param("license", license)
                .param("now", Sql.time(now))
                .query(DeviceStore::read)
                .list();
    }

    /** The devices that held places at a moment, the longest-standing first; described as they are now. */
    List<DeviceRecord> heldAt(UUID license, Instant at) {
        return jdbc.sql(HELD_AT)
                .param("license", license)
                .param("at", Sql.time(at))
                .query(DeviceStore::read)
                .list();
    }

    /** Every device that holds or held a place, the oldest first. */
    List<DeviceRecord> all(UUID license) {
        return jdbc.sql(ALL).param("license", license).query(DeviceStore::read).list();
    }

    /** Likewise, of one user. */
    List<DeviceRecord> holders(UUID license, String email, Instant now) {
        return jdbc.sql(HOLDERS_OF_USER)
                .param("license", license)
                .param("email", email)
                .param("now", Sql.time(now))
                .query(DeviceStore::read)
                .list();
    }

    /** Devices of a customer's user on all its licences. */
    List<DeviceRecord> ofUser(UUID customer, String email, boolean active, Instant now, Paging paging) {
        return OF_USER.with("customer", customer)
                .with("email", email)
                .with("active", active)
                .with("now", Sql.time(now))
                .page(jdbc, paging)
                .query(DeviceStore::read)
                .list();
    }

    /** Those that were not released; the licences have to be locked. */
    List<DeviceRecord> heldBy(UUID customer, String email) {
        return jdbc.sql(HELD_BY)
                .param("customer", customer)
                .param("email", email)
                .query(DeviceStore::read)
                .list();
    }

    List<DeviceRecord> list(UUID license, @Nullable Boolean active, Instant now, Paging paging) {
        return LIST.with("license", license)
                .with("active", active)
                .with("now", Sql.time(now))
                .page(jdbc, paging)
                .query(DeviceStore::read)
                .list();
    }

    /** The lowest place that no device holds; the licence has to be locked. */
    int freePlace(UUID license) {
        return jdbc.sql(FREE_PLACE)
                .param("license", license)
                .query(Integer.class)
                .single();
    }

    void insert(DeviceRecord device) {
        described(jdbc.sql(INSERT), device.device())
                .param("id", device.id())
                .param("license", device.licenseId())
                .param("name", device.name())
                .param("platform", device.platform())
                .param("version", device.version())
                .param("user", device.user())
                .param("place", device.place())
                .param("now", Sql.time(device.activatedAt()))
                .param("due", Sql.timeOrNull(device.heartbeatDue()))
                .update();
    }

    /** Notes that a device is alive, with what it now says of itself; the licence has to be locked. */
    void refresh(DeviceRecord device) {
        jdbc.sql(REFRESH)
                .param("id", device.id())
                .param("now", Sql.time(device.heartbeatAt()))
                .param("due", Sql.timeOrNull(device.heartbeatDue()))
                .param("version", device.version())
                .param("name", device.name())
                .param("platform", device.platform())
                .param("user", device.user())
                .update();
    }

    /** Takes over what has changed of a device, unless another one of the licence bears that fingerprint. */
    boolean redescribe(UUID id, Device device) {
        return described(jdbc.sql(REDESCRIBE), device).param("id", id).update() == 1;
    }

    /** @param version what runs there now; null when the program did not say */
    void seen(UUID id, @Nullable Version version, Instant now) {
        jdbc.sql(SEEN)
                .param("id", id)
                .param("version", version == null ? null : version.toString())
                .param("now", Sql.time(now))
                .update();
    }

    boolean release(UUID id, String reason, String by, Instant now) {
        return jdbc.sql(RELEASE)
                        .param("id", id)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    /** Releases the devices of a licence whose silence has cost them their place; it has to be locked. */
    List<DeviceRecord> releaseSilent(UUID license, Instant now) {
        return jdbc.sql(RELEASE_SILENT)
                .param("license", license)
                .param("now", Sql.time(now))
                .query(DeviceStore::read)
                .list();
    }

    /** Up to 1000 licences with devices whose silence has cost them their place. */
    List<UUID> silent(Instant now) {
        return jdbc.sql(SILENT)
                .param("now", Sql.time(now))
                .query((row, number) -> Sql.uuid(row, "license_id"))
                .list();
    }

    /** Counts the silence of a licence's devices from now on, as after a change of its heartbeat. */
    void beginAgain(UUID license, Instant now, @Nullable Instant due) {
        jdbc.sql(BEGIN_AGAIN)
                .param("license", license)
                .param("now", Sql.time(now))
                .param("due", Sql.timeOrNull(due))
                .update();
    }

    /** How many devices were freed since then by somebody who has no more than the key. */
    int releasedByUsers(UUID license, Instant since) {
        return jdbc.sql(RELEASED_BY_USERS)
                .param("license", license)
                .param("since", Sql.time(since))
                .query(Integer.class)
                .single();
    }

    /** Makes whoever activates a device with this fingerprint wait until the end of the transaction. */
    void holdFingerprint(String fingerprint) {
        jdbc.sql(HOLD_FINGERPRINT)
                .param("fingerprint", fingerprint)
                .query((row, number) -> "")
                .single();
    }

    /** Whether the device is active on another licence of the plan, or of the product, or of anything when both are null. */
    boolean activeElsewhere(
            String fingerprint, UUID license, @Nullable UUID plan, @Nullable UUID product, Instant now) {
        return jdbc.sql(ELSEWHERE)
                .param("fingerprint", fingerprint)
                .param("license", license)
                .param("plan", plan)
                .param("product", product)
                .param("now", Sql.time(now))
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec described(JdbcClient.StatementSpec statement, Device device) {
        return statement
                .param("fingerprint", device.fingerprint())
                .param("components", DeviceColumns.components(device))
                .param("parts", DeviceColumns.parts(device));
    }

    private static DeviceRecord read(ResultSet row, int number) throws SQLException {
        return new DeviceRecord(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                DeviceColumns.read(row),
                row.getString("name"),
                row.getString("platform"),
                row.getString("app_version"),
                row.getString("user_name"),
                row.getInt("place"),
                Sql.instant(row, "activated_at"),
                Sql.instant(row, "heartbeat_at"),
                Sql.instantOrNull(row, "heartbeat_due"),
                Sql.instant(row, "seen_at"),
                Sql.instantOrNull(row, "released_at"),
                row.getString("release_reason"));
    }
}
