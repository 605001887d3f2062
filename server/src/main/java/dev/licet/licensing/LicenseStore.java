package dev.licet.licensing;

import dev.licet.core.json.Json;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code licenses}. */
@Repository
class LicenseStore {
    /** A licence with its plan's terms, and the overrides laid over them. */
    static final String COLUMNS = """
            select l.*, p.code as plan, p.product_id, r.code as product, r.version_rules,
                   v.policy || l.policy_overrides as policy, v.features || l.feature_overrides as features,
                   f.code as fallback_plan, fv.features as fallback_features,
                   array(select s.code from features s where s.product_id = r.id and s.kind = 'service') as services,
                   (select count(*) from devices d where d.license_id = l.id and is_active(d, :now)) as devices,
                   (select count(*) from license_users u where u.license_id = l.id) as users,
                   seats_in_use(l.id, '', :now) as leases
            """;

    /** The fallback plan is the one that the policy names, as that plan is now. */
    static final String TABLES = """
            from licenses l
            join plans p on p.id = l.plan_id
            join products r on r.id = p.product_id
            join plan_versions v on v.plan_id = l.plan_id and v.version = l.plan_version
            left join plans f on f.product_id = p.product_id
                and f.code = (v.policy || l.policy_overrides) ->> 'fallbackPlan'
            left join plan_versions fv on fv.plan_id = f.id and fv.version = f.version
            """;

    private static final String SELECT = COLUMNS + TABLES;

    static final String BY_ID = SELECT + "where l.id = :id";

    static final String BY_IDS = SELECT + "where l.id = any(:ids)";

    static final String EXPIRING = SELECT + """
            where l.expires_at >= :now and l.expires_at < :until and l.revoked_at is null
            order by l.expires_at, l.id
            limit :limit
            """;

    /** Places are counted first, since most licences have none too many. */
    static final String OVER_LIMIT = SELECT + """
            where l.revoked_at is null and l.id in (
                select d.license_id from devices d where is_active(d, :now) group by d.license_id
                having count(*) > (select ((v.policy || l.policy_overrides) ->> 'devices')::int
                                   from licenses l join plan_versions v on v.plan_id = l.plan_id and v.version = l.plan_version
                                   where l.id = d.license_id)
                union all
                select u.license_id from license_users u group by u.license_id
                having count(*) > (select ((v.policy || l.policy_overrides) ->> 'users')::int
                                   from licenses l join plan_versions v on v.plan_id = l.plan_id and v.version = l.plan_version
                                   where l.id = u.license_id))
            order by l.id desc
            limit :limit
            """;

    static final String LOCK = "select id from licenses where id = :id for update";

    static final String LOCK_BY_KEY = "select id from licenses where key_hash = :key for update";

    static final String LOCK_ALL = "select id from licenses where customer_id = :customer order by id for update";

    static final String SEALED_KEY = "select key_sealed from licenses where id = :id";

    static final String INSERT = """
            insert into licenses (id, key_hash, key_finder, key_sealed, key_prefix, key_hint, plan_id, plan_version, customer_id,
                                  policy_overrides, feature_overrides, metadata,
                                  issued_at, starts_at, started_at, expires_at)
            values (:id, :keyHash, :keyFinder, :keySealed, :keyPrefix, :keyHint, :plan, :planVersion, :customer,
                    :policy::jsonb, :features::jsonb, :metadata::jsonb,
                    :issuedAt, :startsAt, :startedAt, :expiresAt)
            """;

    static final String UPDATE = """
            update licenses
            set version = version + 1, plan_id = :plan, plan_version = :planVersion, customer_id = :customer,
                policy_overrides = :policy::jsonb, feature_overrides = :features::jsonb, metadata = :metadata::jsonb,
                starts_at = :startsAt, started_at = :startedAt, expires_at = :expiresAt, maintenance_until = :maintenanceUntil,
                suspended_at = :suspendedAt, suspension_reason = :suspensionReason,
                revoked_at = :revokedAt, revocation_reason = :revocationReason, terms = :terms::jsonb, turns_at = '-infinity'
            where id = :id
            """;

    static final String UPDATE_KEY = """
            update licenses
            set version = version + 1, key_hash = :keyHash, key_finder = :keyFinder, key_sealed = :keySealed,
                key_prefix = :keyPrefix, key_hint = :keyHint
            where id = :id
            """;

    static final String CHECKED_IN = "update licenses set checked_in_at = :now where id = :id";

    static final Where LIST = filtered(SELECT);

    static final Where IDS = filtered("select l.id " + TABLES);

    private static final Paging ALL = new Paging(Integer.MAX_VALUE - 1, null);

    private final JdbcClient jdbc;

    LicenseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Where filtered(String select) {
        return Where.list(select, "l.id")
                .filter("customer", "l.customer_id = :customer")
                .filter("plan", "l.plan_id = :plan")
                .filter("product", "p.product_id = :product")
                .filter("state", "license_state(l, v.policy || l.policy_overrides, f.id is not null, :now) = :state")
                .filter("before", "l.expires_at < :before")
                .filter("since", "l.expires_at >= :since")
                .filter("key", "l.key_hash = :key")
                .filter("kind", "exists (select from customers c where c.id = l.customer_id and c.kind = :kind)")
                .filter("text", """
                    l.key_hint = upper(:text)
                    or exists (select from customers c where c.id = l.customer_id
                               and (c.name ilike :like or c.email ilike :like))
                    or exists (select from license_users u where u.license_id = l.id and u.email ilike :like)
                    or exists (select from devices d where d.license_id = l.id and d.released_at is null
                               and (d.name ilike :like or d.fingerprint = :text))
                    """)
                .filter("planVersion", "l.plan_version = :planVersion");
    }

    Optional<License> find(UUID id, Instant now) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .param("now", Sql.time(now))
                .query(LicenseRow::read)
                .optional();
    }

    List<License> expiring(Instant now, Instant until, int limit) {
        return jdbc.sql(EXPIRING)
                .param("now", Sql.time(now))
                .param("until", Sql.time(until))
                .param("limit", limit)
                .query(LicenseRow::read)
                .list();
    }

    List<License> overLimit(Instant now, int limit) {
        return jdbc.sql(OVER_LIMIT)
                .param("now", Sql.time(now))
                .param("limit", limit)
                .query(LicenseRow::read)
                .list();
    }

    /** Holds the licence until the end of the transaction: whatever takes or frees a place in it waits. */
    boolean lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().isPresent();
    }

    /** Likewise, for a program that has no more than the key. */
    Optional<UUID> lock(byte[] keyHash) {
        return jdbc.sql(LOCK_BY_KEY).param("key", keyHash).query(UUID.class).optional();
    }

    /** Holds all licences of a customer, always in the same order. */
    void lockAll(UUID customer) {
        jdbc.sql(LOCK_ALL).param("customer", customer).query(UUID.class).list();
    }

    List<License> list(LicenseFilter filter, Instant now, Paging paging) {
        return bound(LIST, filter, now)
                .page(jdbc, paging)
                .query(LicenseRow::read)
                .list();
    }

    /** All of them, a few at a time; in a transaction, without which the driver would fetch them all at once. */
    Stream<License> each(LicenseFilter filter, Instant now) {
        return bound(LIST, filter, now).page(jdbc, ALL).withFetchSize(500).query(LicenseRow::read).stream();
    }

    /** Those that there are of these, in any order. */
    List<License> all(List<UUID> ids, Instant now) {
        return jdbc.sql(BY_IDS)
                .param("now", Sql.time(now))
                .param("ids", ids.toArray(UUID[]::new))
                .query(LicenseRow::read)
                .list();
    }

    /** Likewise no more than their ids. */
    Stream<UUID> ids(LicenseFilter filter, Instant now) {
        return bound(IDS, filter, now)
                .page(jdbc, ALL)
                .withFetchSize(1000)
                .query((row, number) -> Sql.uuid(row, "id"))
                .stream();
    }

    private static Where.Bound bound(Where list, LicenseFilter filter, Instant now) {
        return list.with("now", Sql.time(now))
                .with("customer", filter.customer())
                .with("plan", filter.plan())
                .with("planVersion", filter.planVersion())
                .with("product", filter.product())
                .with("state", filter.state())
                .with("before", Sql.timeOrNull(filter.expiresBefore()))
                .with("since", Sql.timeOrNull(filter.expiresAfter()))
                .with("kind", filter.kind())
                .with("key", filter.keyHash())
                .with("text", filter.text())
                .with("like", filter.like());
    }

    byte[] sealedKey(UUID id) {
        return jdbc.sql(SEALED_KEY).param("id", id).query(byte[].class).single();
    }

    void insert(UUID id, Contract contract, Keys.Made key, Instant issuedAt) {
        written(jdbc.sql(INSERT), id, contract)
                .param("issuedAt", Sql.time(issuedAt))
                .param("keyHash", key.hash())
                .param("keyFinder", key.finder())
                .param("keySealed", key.sealed())
                .param("keyPrefix", key.key().prefix())
                .param("keyHint", key.key().hint())
                .update();
    }

    void update(UUID id, Contract contract) {
        Contract.Stop suspension = contract.suspension();
        Contract.Stop revocation = contract.revocation();
        written(jdbc.sql(UPDATE), id, contract)
                .param("maintenanceUntil", Sql.timeOrNull(contract.term().maintenanceUntil()))
                .param("suspendedAt", suspension == null ? null : Sql.time(suspension.at()))
                .param("suspensionReason", suspension == null ? null : suspension.reason())
                .param("revokedAt", revocation == null ? null : Sql.time(revocation.at()))
                .param("revocationReason", revocation == null ? null : revocation.reason())
                .param("terms", LicenseRow.written(contract.terms()))
                .update();
    }

    void updateKey(UUID id, Keys.Made key) {
        jdbc.sql(UPDATE_KEY)
                .param("id", id)
                .param("keyHash", key.hash())
                .param("keyFinder", key.finder())
                .param("keySealed", key.sealed())
                .param("keyPrefix", key.key().prefix())
                .param("keyHint", key.key().hint())
                .update();
    }

    void checkedIn(UUID id, Instant now) {
        jdbc.sql(CHECKED_IN).param("id", id).param("now", Sql.time(now)).update();
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, UUID id, Contract contract) {
        return statement
                .param("id", id)
                .param("plan", contract.planId())
                .param("planVersion", contract.planVersion())
                .param("customer", contract.customerId())
                .param("policy", Json.write(contract.overrides().policy()))
                .param("features", Json.write(contract.overrides().features()))
                .param("metadata", Json.write(contract.metadata()))
                .param("startsAt", Sql.timeOrNull(contract.term().startsAt()))
                .param("startedAt", Sql.timeOrNull(contract.term().startedAt()))
                .param("expiresAt", Sql.timeOrNull(contract.term().expiresAt()));
    }
}
