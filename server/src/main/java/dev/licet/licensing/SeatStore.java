package dev.licet.licensing;

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
}
