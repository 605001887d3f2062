package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code products}. */
@Repository
class ProductStore {
    static final String BY_ID = "select * from products where id = :id";

    static final String BY_CODE = "select * from products where code = :code";

    static final String LOCK = "select * from products where id = :id for no key update";

    static final Where LIST = Where.list("select * from products p", "p.id")
            .filter("kind", "p.kind = :kind")
            .filter("q", "position(lower(:q) in lower(p.name)) > 0 or position(lower(:q) in p.code) > 0");

    static final String INSERT = """
            insert into products (id, code, name, kind, key_prefix, version, created_at, updated_at)
            values (:id, :code, :name, :kind, :keyPrefix, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update products
            set name = :name, kind = :kind, key_prefix = :keyPrefix, version = :version, updated_at = :updatedAt
            where id = :id
            """;

    private final JdbcClient jdbc;

    ProductStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Product> find(String idOrCode) {
        Optional<UUID> id = TypeId.find("prod", idOrCode);
        if (id.isPresent()) {
            return jdbc.sql(BY_ID)
                    .param("id", id.get())
                    .query(ProductStore::read)
                    .optional();
        }
        return Codes.isPlain(idOrCode)
                ? jdbc.sql(BY_CODE)
                        .param("code", idOrCode)
                        .query(ProductStore::read)
                        .optional()
                : Optional.empty();
    }

    /** The row as it is now; nobody else changes it, its features or its plans until the transaction ends. */
    Product lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ProductStore::read).single();
    }

    List<Product> list(@Nullable String kind, @Nullable String q, Paging paging) {
        return LIST.with("kind", kind)
                .with("q", q)
                .page(jdbc, paging)
                .query(ProductStore::read)
                .list();
    }

    /** @throws Problem 409 CODE_TAKEN */
    void insert(Product product) {
        try {
            write(INSERT, product)
                    .param("code", product.code())
                    .param("createdAt", Sql.time(product.createdAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("CODE_TAKEN", "There is a product with this code: choose another.")
                    .field("/code", "is taken by another product");
        }
    }

    void update(Product product) {
        write(UPDATE, product).update();
    }

    private JdbcClient.StatementSpec write(String sql, Product product) {
        return jdbc.sql(sql)
                .param("id", product.id())
                .param("name", product.name())
                .param("kind", product.kind())
                .param("keyPrefix", product.keyPrefix())
                .param("version", product.version())
                .param("updatedAt", Sql.time(product.updatedAt()));
    }

    private static Product read(ResultSet row, int number) throws SQLException {
        return new Product(
                Sql.uuid(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("key_prefix"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
