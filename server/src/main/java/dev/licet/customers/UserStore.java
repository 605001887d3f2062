package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code users}. */
@Repository
class UserStore {
    private static final String SELECT = """
            select u.*, d.code as department from users u left join departments d on d.id = u.department_id
            """;

    static final String BY_ID = SELECT + "where u.id = :id and u.customer_id = :customer";

    static final String BY_EMAIL = SELECT + "where lower(u.email) = lower(:email) and u.customer_id = :customer";

    static final String LOCK = SELECT + "where u.id = :id for update of u";

    /** Lets seats of the user be written meanwhile: a departure holds it before it holds the licences. */
    static final String LOCK_AS_LEAVER = SELECT + "where u.id = :id for no key update of u";

    static final Where LIST = Where.list(SELECT, "u.id")
            .always("u.customer_id = :customer")
            .filter("department", "u.department_id = :department")
            .filter("below", """
                    u.department_id in (
                        with recursive within (id) as (
                            select :below::uuid
                            union all
                            select c.id from within w join departments c on c.parent_id = w.id
                        )
                        select id from within)
                    """)
            .filter("departed", "(u.departed_at is not null) = :departed")
            .filter("externalId", "u.external_id = :externalId")
            .filter("q", "position(lower(:q) in lower(u.name)) > 0 or position(lower(:q) in lower(u.email)) > 0");

    static final String INSERT = """
            insert into users
                (id, customer_id, email, name, department_id, external_id, version, created_at, updated_at)
            values (:id, :customer, :email, :name, :department, :externalId, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update users
            set email = :email, name = :name, department_id = :department, external_id = :externalId,
                departed_at = :departedAt, departure_reason = :departureReason,
                version = :version, updated_at = :updatedAt
            where id = :id
            """;

    static final String DELETE = "delete from users where id = :id";

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<User> find(UUID customer, String idOrEmail) {
        Optional<UUID> id = TypeId.find(Ids.USER, idOrEmail);
        JdbcClient.StatementSpec query = id.isPresent()
                ? jdbc.sql(BY_ID).param("id", id.get())
                : jdbc.sql(BY_EMAIL).param("email", idOrEmail);
        return query.param("customer", customer).query(UserStore::read).optional();
    }

    /** The row as it is now, empty when it has gone; nobody else touches it until the transaction ends. */
    Optional<User> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UserStore::read).optional();
    }

    /** Likewise, while others may refer to it. */
    Optional<User> lockAsLeaver(UUID id) {
        return jdbc.sql(LOCK_AS_LEAVER).param("id", id).query(UserStore::read).optional();
    }

    List<User> list(UUID customer, UserFilter filter, Paging paging) {
        return LIST.with("customer", customer)
                .with("department", filter.department())
                .with("below", filter.below())
                .with("departed", filter.departed())
                .with("externalId", filter.externalId())
                .with("q", filter.q())
                .page(jdbc, paging)
                .query(UserStore::read)
                .list();
    }

    /** @throws Problem 409 EMAIL_TAKEN or EXTERNAL_ID_TAKEN */
    void insert(User user) {
        write(
                jdbc.sql(INSERT).param("customer", user.customerId()).param("createdAt", Sql.time(user.createdAt())),
                user);
    }

    /** @throws Problem 409 EMAIL_TAKEN or EXTERNAL_ID_TAKEN */
    void update(User user) {
        User.Departure departure = user.departure();
        write(
                jdbc.sql(UPDATE)
                        .param("departedAt", departure == null ? null : Sql.time(departure.at()))
                        .param("departureReason", departure == null ? null : departure.reason()),
                user);
    }

    /** @throws Problem 409 USER_IN_USE while a licence names the user */
    void delete(UUID id) {
        try {
            jdbc.sql(DELETE).param("id", id).update();
        } catch (DataIntegrityViolationException _) {
            throw Problem.conflict("USER_IN_USE", "The user holds a place on a licence: free it first.");
        }
    }

    private static void write(JdbcClient.StatementSpec statement, User user) {
        try {
            statement
                    .param("id", user.id())
                    .param("email", user.email())
                    .param("name", user.name())
                    .param("department", user.departmentId())
                    .param("externalId", user.externalId())
                    .param("version", user.version())
                    .param("updatedAt", Sql.time(user.updatedAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw String.valueOf(taken.getMessage()).contains("users_external_id_key")
                    ? Problem.conflict("EXTERNAL_ID_TAKEN", "The customer has a user with this externalId.")
                            .field("/externalId", "is taken by another user of the customer")
                    : Problem.conflict("EMAIL_TAKEN", "The customer has a user with this e-mail address.")
                            .field("/email", "is taken by another user of the customer");
        } catch (DataIntegrityViolationException gone) {
            throw Problem.invalid("/department", "was removed meanwhile");
        }
    }

    private static User read(ResultSet row, int number) throws SQLException {
        Instant departedAt = Sql.instantOrNull(row, "departed_at");
        return new User(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "customer_id"),
                row.getString("email"),
                row.getString("name"),
                row.getObject("department_id", UUID.class),
                row.getString("department"),
                row.getString("external_id"),
                departedAt == null ? null : new User.Departure(departedAt, row.getString("departure_reason")),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
