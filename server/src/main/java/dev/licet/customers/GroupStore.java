package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code user_groups}, {@code group_users} and {@code group_devices}. */
@Repository
class GroupStore {
    private static final String SELECT = """
            select g.*,
                   array(select u.email from group_users m join users u on u.id = m.user_id
                         where m.group_id = g.id order by lower(u.email)) as users,
                   array(select m.fingerprint from group_devices m
                         where m.group_id = g.id order by m.fingerprint) as devices
            from user_groups g
            """;

    static final String FIND = SELECT + "where g.customer_id = :customer and lower(g.code) = lower(:code)";

    static final Where LIST = Where.list(SELECT, "g.id").always("g.customer_id = :customer");

    static final String INSERT = """
            insert into user_groups (id, customer_id, code, name, version, created_at, updated_at)
            values (:id, :customer, :code, :name, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update user_groups set name = :name, version = :version, updated_at = :updatedAt where id = :id
            """;

    static final String DELETE = "delete from user_groups where id = :id";

    /** The users whom the names stand for, in the order of the names; null for those who are none of the customer. */
    static final String RESOLVE = """
            select u.id
            from unnest(cast(:emails as text[]), cast(:ids as uuid[])) with ordinality as n (email, id, place)
            left join users u on u.customer_id = :customer and (u.id = n.id or lower(u.email) = lower(n.email))
            order by n.place
            """;

    static final String CLEAR_USERS = "delete from group_users where group_id = :id";

    static final String ADD_USERS = """
            insert into group_users (group_id, customer_id, user_id)
            select distinct :id::uuid, :customer::uuid, u.id from unnest(cast(:users as uuid[])) as u (id)
            """;

    static final String CLEAR_DEVICES = "delete from group_devices where group_id = :id";

    static final String ADD_DEVICES = """
            insert into group_devices (group_id, fingerprint)
            select distinct :id::uuid, f from unnest(cast(:devices as text[])) as n (f)
            """;

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Group> find(UUID customer, String code) {
        return jdbc.sql(FIND)
                .param("customer", customer)
                .param("code", code)
                .query(GroupStore::read)
                .optional();
    }

    List<Group> list(UUID customer, Paging paging) {
        return LIST.with("customer", customer)
                .page(jdbc, paging)
                .query(GroupStore::read)
                .list();
    }

    List<@Nullable UUID> resolve(UUID customer, List<String> names) {
        UUID[] ids = names.stream()
                .map(name -> TypeId.find(Ids.USER, name).orElse(null))
                .toArray(UUID[]::new);
        List<@Nullable UUID> users = new ArrayList<>();
        jdbc.sql(RESOLVE)
                .param("customer", customer)
                .param("emails", names.toArray(String[]::new))
                .param("ids", ids)
                .query((RowCallbackHandler) row -> users.add(row.getObject("id", UUID.class)));
        return users;
    }

    void insert(Group group) {
        jdbc.sql(INSERT)
                .param("id", group.id())
                .param("customer", group.customerId())
                .param("code", group.code())
                .param("name", group.name())
                .param("version", group.version())
                .param("createdAt", Sql.time(group.createdAt()))
                .param("updatedAt", Sql.time(group.updatedAt()))
                .update();
    }

    void update(UUID id, String name, long version, Instant now) {
        jdbc.sql(UPDATE)
                .param("id", id)
                .param("name", name)
                .param("version", version)
                .param("updatedAt", Sql.time(now))
                .update();
    }

    void members(Group group, List<@Nullable UUID> users, List<String> devices) {
        jdbc.sql(CLEAR_USERS).param("id", group.id()).update();
        jdbc.sql(ADD_USERS)
                .param("id", group.id())
                .param("customer", group.customerId())
                .param("users", users.toArray(UUID[]::new))
                .update();
        jdbc.sql(CLEAR_DEVICES).param("id", group.id()).update();
        jdbc.sql(ADD_DEVICES)
                .param("id", group.id())
                .param("devices", devices.toArray(String[]::new))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    private static Group read(ResultSet row, int number) throws SQLException {
        return new Group(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "customer_id"),
                row.getString("code"),
                row.getString("name"),
                List.of((String[]) row.getArray("users").getArray()),
                List.of((String[]) row.getArray("devices").getArray()),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
