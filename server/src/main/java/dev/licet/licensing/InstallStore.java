package dev.licet.licensing;

import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions run where: the active devices and, of licences without any, what the last validation said. */
@Repository
class InstallStore {
    private static final String INSTALLS = """
            from (
                select d.id, d.license_id, d.id as device_id, d.name, d.platform, d.user_name, d.app_version, d.seen_at
                from devices d
                join licenses l on l.id = d.license_id
                join plans p on p.id = l.plan_id
                where p.product_id = :product and l.revoked_at is null and is_active(d, :now)
                union all
                select l.id, l.id, null, null, null, v.user_name, v.app_version, v.at
                from licenses l
                join plans p on p.id = l.plan_id
                cross join lateral (
                    select v.user_name, v.app_version, v.at from validations v
                    where v.license_id = l.id and v.app_version is not null
                    order by v.id desc limit 1) v
                where p.product_id = :product and l.revoked_at is null
                  and not exists (select from devices d where d.license_id = l.id and is_active(d, :now))) i
            """;

    static final String VERSIONS = """
            select i.app_version, count(i.device_id) as devices, count(*) as installs,
                   count(distinct i.license_id) as licenses, max(i.seen_at) as seen_at
            """ + INSTALLS + "where i.seen_at >= :since group by i.app_version";

    static final Where LIST = Where.list("""
            select i.*, c.id as customer_id, c.name as customer_name, c.email as customer_email
            """ + INSTALLS + """
            join licenses l on l.id = i.license_id
            left join customers c on c.id = l.customer_id
            """, "i.id").always("i.app_version = any(:versions)");

    private final JdbcClient jdbc;

    InstallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often a version runs, as programs write it.
     *
     * @param version null when they do not say
     * @param devices active devices
     * @param installs these, and licences without devices
     */
    record Count(@Nullable String version, int devices, int installs, int licenses, Instant seenAt) {}

    List<Count> versions(UUID product, Instant since, Instant now) {
        return jdbc.sql(VERSIONS)
                .param("product", product)
                .param("since", Sql.time(since))
                .param("now", Sql.time(now))
                .query((row, number) -> new Count(
                        row.getString("app_version"),
                        row.getInt("devices"),
                        row.getInt("installs"),
                        row.getInt("licenses"),
                        Sql.instant(row, "seen_at")))
                .list();
    }

    List<Install> list(UUID product, List<String> versions, Instant now, Paging paging) {
        return LIST.with("product", product)
                .with("versions", versions.toArray(String[]::new))
                .with("now", Sql.time(now))
                .page(jdbc, paging)
                .query(InstallStore::install)
                .list();
    }

    private static Install install(ResultSet row, int number) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        return new Install(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                customer == null
                        ? null
                        : new Install.Customer(
                                customer, row.getString("customer_name"), row.getString("customer_email")),
                row.getObject("device_id", UUID.class),
                row.getString("name"),
                row.getString("platform"),
                row.getString("user_name"),
                row.getString("app_version"),
                Sql.instant(row, "seen_at"));
    }
}
