package dev.licet.customers;

import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    static final String BY_ID = "select * from users where id = :id and customer_id = :customer";

    static final String BY_EMAIL = "select * from users where lower(email) = lower(:email) and customer_id = :customer";

    static final String LOCK = "select * from users where id = :id for update";

    static final Where LIST = Where.list("select * from users u", "u.id").always("u.customer_id = :customer");

    static final String INSERT = """
            insert into users (id, customer_id, email, name, version, created_at, updated_at)
            values (:id, :customer, :email, :name, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update users
            set email = :email, name = :name, version = :version, updated_at = :updatedAt
            where id = :id
            """;

    static final String DELETE = "delete from users where id = :id";

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<User> find(UUID customer, String idOrEmail) {
        Optional<UUID> id = Ids.id(Ids.USER, idOrEmail);
        JdbcClient.StatementSpec query = id.isPresent()
                ? jdbc.sql(BY_ID).param("id", id.get())
                : jdbc.sql(BY_EMAIL).param("email", idOrEmail);
        return query.param("customer", customer).query(UserStore::read).optional();
    }

    /** The row as it is now, empty when it has gone; nobody else touches it until the transaction ends. */
    Optional<User> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UserStore::read).optional();
    }

    List<User> list(UUID customer, Paging paging) {
        return LIST.with("customer", customer)
                .page(jdbc, paging)
                .query(UserStore::read)
                .list();
    }

    /** @throws Problem 409 EMAIL_TAKEN */
    void insert(User user) {
        write(
                jdbc.sql(INSERT).param("customer", user.customerId()).param("createdAt", Sql.time(user.createdAt())),
                user);
    }

    /** @throws Problem 409 EMAIL_TAKEN */
    void update(User user) {
        write(jdbc.sql(UPDATE), user);
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
                    .param("version", user.version())
                    .param("updatedAt", Sql.time(user.updatedAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("EMAIL_TAKEN", "The customer has a user with this e-mail address.")
                    .field("/email", "is taken by another user of the customer");
        }
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "customer_id"),
                row.getString("email"),
                row.getString("name"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
