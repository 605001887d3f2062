package dev.licet.licensing;

import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code license_allocations}, and who draws on what. */
@Repository
class AllocationStore {
    static final String ANY = "select exists (select from license_allocations where license_id = :license)";

    /** For each department of the licence's customer the nearest one, itself or above it, that has a part of a quantity. */
    private static final String DRAWING = """
            with recursive drawing (id, users_part, devices_part, concurrent_part) as (
                select d.id, case when a.users is not null then d.id end,
                       case when a.devices is not null then d.id end,
                       case when a.concurrent is not null then d.id end
                from licenses l
                join departments d on d.customer_id = l.customer_id and d.parent_id is null
                left join license_allocations a on a.license_id = l.id and a.department_id = d.id
                where l.id = :license
                union all
                select d.id, case when a.users is not null then d.id else g.users_part end,
                       case when a.devices is not null then d.id else g.devices_part end,
                       case when a.concurrent is not null then d.id else g.concurrent_part end
                from drawing g
                join departments d on d.parent_id = g.id
                left join license_allocations a on a.license_id = :license and a.department_id = d.id
            ), drawn (device, devices_part) as (
                select v.id, g.devices_part
                from devices v
                join licenses l on l.id = v.license_id
                left join users u on u.customer_id = l.customer_id and lower(u.email) = lower(v.user_name)
                left join drawing g on g.id = u.department_id
                where v.license_id = :license and is_active(v, :now)
            )
            """;

    static final String DEVICES_OF_PART = DRAWING + """
            select n.device from drawn n
            left join departments d on d.id = n.devices_part
            where d.code is not distinct from :department::text and n.device = any (cast(:devices as uuid[]))
            """;

    /** One row for each department with a part, and one for the rest. */
    static final String ALLOTMENTS = DRAWING + """
            , seated (part, used) as (
                select g.users_part, count(*)
                from license_users s
                join licenses l on l.id = s.license_id
                left join users u on u.id = coalesce(s.user_id, (
                    select k.id from users k
                    where k.customer_id = l.customer_id and lower(k.email) = lower(s.email)))
                left join drawing g on g.id = u.department_id
                where s.license_id = :license
                group by 1
            ), placed (part, used) as (
                select devices_part, count(*) from drawn group by 1
            )
            select d.id, d.code, d.name, a.users, a.devices, a.concurrent,
                   coalesce((select used from seated where part = d.id), 0) as users_used,
                   coalesce((select used from placed where part = d.id), 0) as devices_used,
                   0 as concurrent_used
            from license_allocations a
            join departments d on d.id = a.department_id
            where a.license_id = :license
            union all
            select null, null, null, null, null, null,
                   coalesce((select used from seated where part is null), 0),
                   coalesce((select used from placed where part is null), 0),
                   0
            order by code nulls last
            """;

    static final String PUT = """
            insert into license_allocations (license_id, department_id, users, devices, concurrent, changed_at)
            values (:license, :department, :users, :devices, :concurrent, :at)
            on conflict (license_id, department_id) do update
            set users = :users, devices = :devices, concurrent = :concurrent, changed_at = :at
            """;

    static final String DELETE = """
            delete from license_allocations where license_id = :license and department_id = :department
            """;

    private final JdbcClient jdbc;

    AllocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(UUID license) {
        return jdbc.sql(ANY).param("license", license).query(Boolean.class).single();
    }

    Allotments find(UUID license, Instant now) {
        List<Allotment> departments = new ArrayList<>();
        Map<Quantity, Integer> rest = new EnumMap<>(Quantity.class);
        jdbc.sql(ALLOTMENTS)
                .param("license", license)
                .param("now", Sql.time(now))
                .query((RowCallbackHandler) row -> {
                    if (row.getString("code") == null) {
                        rest.putAll(numbers(row, "_used"));
                    } else {
                        departments.add(read(row));
                    }
                });
        return new Allotments(List.copyOf(departments), rest);
    }

    /** Those of the devices that draw on a department's part, or on the rest when that is null. */
    List<String> devicesOfPart(UUID license, @Nullable String department, List<String> devices, Instant now) {
        return jdbc.sql(DEVICES_OF_PART)
                .param("license", license)
                .param("department", department)
                .param("devices", devices.stream().map(UUID::fromString).toArray(UUID[]::new))
                .param("now", Sql.time(now))
                .query((row, number) -> Sql.uuid(row, "device").toString())
                .list();
    }

    void put(UUID license, UUID department, Map<Quantity, Integer> allocated, Instant now) {
        jdbc.sql(PUT)
                .param("license", license)
                .param("department", department)
                .param("users", allocated.get(Quantity.USERS))
                .param("devices", allocated.get(Quantity.DEVICES))
                .param("concurrent", allocated.get(Quantity.CONCURRENT))
                .param("at", Sql.time(now))
                .update();
    }

    void delete(UUID license, UUID department) {
        jdbc.sql(DELETE)
                .param("license", license)
                .param("department", department)
                .update();
    }

    private static Allotment read(ResultSet row) throws SQLException {
        return new Allotment(
                Sql.uuid(row, "id"),
                row.getString("code"),
                row.getString("name"),
                numbers(row, ""),
                numbers(row, "_used"));
    }

    private static Map<Quantity, Integer> numbers(ResultSet row, String suffix) throws SQLException {
        Map<Quantity, Integer> numbers = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            int number = row.getInt(quantity.label() + suffix);
            if (!row.wasNull()) {
                numbers.put(quantity, number);
            }
        }
        return numbers;
    }
}
