package dev.licet.customers;

import dev.licet.core.json.Json;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code customers}. */
@Repository
class CustomerStore {
    static final String BY_ID = "select * from customers where id = :id";

    static final String BY_EXTERNAL_ID = "select * from customers where external_id = :externalId";

    static final String LOCK = "select * from customers where id = :id for no key update";

    static final String LOCK_WHOLE = "select * from customers where id = :id for update";

    static final Where LIST = Where.list("select * from customers c", "c.id")
            .filter("kind", "c.kind = :kind")
            .filter("country", "c.country = :country")
            .filter("externalId", "c.external_id = :externalId")
            .filter("q", "position(lower(:q) in lower(c.name)) > 0 or position(lower(:q) in lower(c.email)) > 0");

    static final String INSERT = """
            insert into customers
                (id, kind, name, email, country, external_id, metadata, version, created_at, updated_at)
            values
                (:id, :kind, :name, :email, :country, :externalId, :metadata::jsonb, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update customers
            set kind = :kind, name = :name, email = :email, country = :country, external_id = :externalId,
                metadata = :metadata::jsonb, version = :version, updated_at = :updatedAt
            where id = :id
            """;

    static final String NAMES = "select id, name from customers where id = any(:ids)";

    static final String BY_EMAIL = "select * from customers where lower(email) = lower(:email) order by id limit 2";

    private final JdbcClient jdbc;

    CustomerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Customer> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(CustomerStore::read).optional();
    }

    Optional<Customer> findByExternalId(String externalId) {
        return jdbc.sql(BY_EXTERNAL_ID)
                .param("externalId", externalId)
                .query(CustomerStore::read)
                .optional();
    }

    Map<UUID, String> names(List<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(NAMES).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(Sql.uuid(row, "id"), row.getString("name"));
        });
        return names;
    }

    /** At most two, which is enough to know that the address alone does not say who is meant. */
    List<Customer> byEmail(String email) {
        return jdbc.sql(BY_EMAIL)
                .param("email", email)
                .query(CustomerStore::read)
                .list();
    }

    /** The row as it is now; nobody else changes it until the transaction ends. */
    Customer lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(CustomerStore::read).single();
    }

    /** Likewise, and nobody else lets a licence or a user be this customer's meanwhile. */
    void lockWhole(UUID id) {
        jdbc.sql(LOCK_WHOLE).param("id", id).query(CustomerStore::read).single();
    }

    List<Customer> list(CustomerFilter filter, Paging paging) {
        return LIST.with("kind", filter.kind())
                .with("country", filter.country())
                .with("externalId", filter.externalId())
                .with("q", filter.q())
                .page(jdbc, paging)
                .query(CustomerStore::read)
                .list();
    }

    /** @throws Problem 409 EXTERNAL_ID_TAKEN */
    void insert(Customer customer) {
        write(jdbc.sql(INSERT).param("createdAt", Sql.time(customer.createdAt())), customer);
    }

    /** @throws Problem 409 EXTERNAL_ID_TAKEN */
    void update(Customer customer) {
        write(jdbc.sql(UPDATE), customer);
    }

    private static void write(JdbcClient.StatementSpec statement, Customer customer) {
        try {
            statement
                    .param("id", customer.id())
                    .param("kind", customer.kind())
                    .param("name", customer.name())
                    .param("email", customer.email())
                    .param("country", customer.country())
                    .param("externalId", customer.externalId())
                    .param("metadata", Json.write(customer.metadata()))
                    .param("version", customer.version())
                    .param("updatedAt", Sql.time(customer.updatedAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("EXTERNAL_ID_TAKEN", "There is a customer with this externalId.")
                    .field("/externalId", "is taken by another customer");
        }
    }

    private static Customer read(ResultSet row, int number) throws SQLException {
        return new Customer(
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("email"),
                row.getString("country"),
                row.getString("external_id"),
                Json.parseObject(row.getString("metadata")),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
