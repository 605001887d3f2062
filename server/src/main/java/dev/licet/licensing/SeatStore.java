package dev.licet.licensing;

import dev.licet.customers.User;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code license_users}. */
@Repository
class SeatStore {
    static final String FIND = """
            select * from license_users
            where license_id = :license and (lower(email) = lower(:user) or user_id = :id::uuid)
            """;

    static final String FREE_PLACE = """
            select min(place) from (
                select 1 as place
                union all
                select place + 1 from license_users where license_id = :license
            ) candidates
            where not exists (
                select from license_users u where u.license_id = :license and u.place = candidates.place)
            """;

    static final String INSERT = """
            insert into license_users (id, license_id, email, user_id, place, assigned_at)
            values (:id, :license, :email, :user, :place, :at)
            """;

    static final String DELETE = "delete from license_users where id = :id";

    static final Where LIST =
            Where.list("select * from license_users u", "u.id").always("u.license_id = :license");

    static final String COUNT = "select count(*) from license_users where license_id = :license";

    private static final String USES = """
            select s.*, u.name as user_name, d.code as department, l.customer_id, p.code as plan, r.code as product,
                   greatest(
                       (select v.at from validations v
                        where v.license_id = s.license_id and lower(v.user_name) = lower(s.email) and v.code = 'VALID'
                        order by v.id desc limit 1),
                       (select max(x.seen_at) from devices x
                        where x.license_id = s.license_id and lower(x.user_name) = lower(s.email))) as last_used_at
            from license_users s
            join licenses l on l.id = s.license_id
            join plans p on p.id = l.plan_id
            join products r on r.id = p.product_id
            left join users u on u.id = coalesce(s.user_id, (
                select k.id from users k where k.customer_id = l.customer_id and lower(k.email) = lower(s.email)))
            left join departments d on d.id = u.department_id
            """;

    static final Where LIST_USES = Where.list(USES, "s.id").always("s.license_id = :license");

    static final Where OF_USER = Where.list(USES, "s.id")
            .always("l.customer_id = :customer and (s.user_id = :user or lower(s.email) = lower(:email))");

    static final String HELD_BY = """
            select s.* from license_users s join licenses l on l.id = s.license_id
            where l.customer_id = :customer and (s.user_id = :user or lower(s.email) = lower(:email))
            order by s.license_id
            """;

    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Seat> find(UUID license, String email, Optional<UUID> user) {
        return jdbc.sql(FIND)
                .param("license", license)
                .param("user", email)
                .param("id", user.orElse(null))
                .query(SeatStore::seat)
                .optional();
    }

    List<Seat> list(UUID license, Paging paging) {
        return LIST.with("license", license)
                .page(jdbc, paging)
                .query(SeatStore::seat)
                .list();
    }

    /** The seats of a licence with who holds them. */
    List<SeatUse> uses(UUID license, Paging paging) {
        return LIST_USES
                .with("license", license)
                .page(jdbc, paging)
                .query(SeatStore::use)
                .list();
    }

    /** What a user of a customer has seats in. */
    List<UserSeat> ofUser(User user, Paging paging) {
        return OF_USER.with("customer", user.customerId())
                .with("user", user.id())
                .with("email", user.email())
                .page(jdbc, paging)
                .query((row, number) -> new UserSeat(use(row, number), row.getString("product"), row.getString("plan")))
                .list();
    }

    /** All seats of a user, by licence; the licences have to be locked. */
    List<Seat> heldBy(User user) {
        return jdbc.sql(HELD_BY)
                .param("customer", user.customerId())
                .param("user", user.id())
                .param("email", user.email())
                .query(SeatStore::seat)
                .list();
    }

    int count(UUID license) {
        return jdbc.sql(COUNT).param("license", license).query(Integer.class).single();
    }

    /** The lowest place that nobody holds; the licence has to be locked. */
    int freePlace(UUID license) {
        return jdbc.sql(FREE_PLACE)
                .param("license", license)
                .query(Integer.class)
                .single();
    }

    void insert(Seat seat) {
        jdbc.sql(INSERT)
                .param("id", seat.id())
                .param("license", seat.licenseId())
                .param("email", seat.email())
                .param("user", seat.userId())
                .param("place", seat.place())
                .param("at", Sql.time(seat.assignedAt()))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "license_id"),
                row.getString("email"),
                row.getObject("user_id", UUID.class),
                row.getInt("place"),
                Sql.instant(row, "assigned_at"));
    }

    private static SeatUse use(ResultSet row, int number) throws SQLException {
        return new SeatUse(
                seat(row, number),
                row.getString("user_name"),
                row.getString("department"),
                Sql.instantOrNull(row, "last_used_at"));
    }
}
