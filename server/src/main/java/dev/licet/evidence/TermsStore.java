package dev.licet.evidence;

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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code terms} and {@code product_terms}. */
@Repository
class TermsStore {
    static final String INSERT = """
            insert into terms (id, code, version, title, body, url, sha256, effective_at, product_id, created_at)
            values (:id, :code, :version, :title, :body, :url, :sha256, :effectiveAt, :product, :createdAt)
            """;

    static final String BY_ID = "select * from terms where id = :id";

    /** Of several that came into force at the same moment, the one made last. */
    static final String IN_FORCE = """
            select * from terms
            where code = :code and effective_at <= :at and (product_id is null or product_id = :product)
            order by effective_at desc, id desc limit 1
            """;

    static final String EXISTS = "select exists (select from terms where code = :code)";

    static final String OF_PRODUCT = "select code from product_terms where product_id = :product";

    static final String SET = """
            insert into product_terms (product_id, code, set_at) values (:product, :code, :at)
            on conflict (product_id) do update set code = excluded.code, set_at = excluded.set_at
            """;

    static final String UNSET = "delete from product_terms where product_id = :product";

    static final Where LIST = Where.list("select * from terms t", "t.id")
            .filter("code", "t.code = :code")
            .filter("product", "t.product_id = :product");

    private final JdbcClient jdbc;

    TermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 409 VERSION_TAKEN */
    void insert(Terms terms) {
        try {
            jdbc.sql(INSERT)
                    .param("id", terms.id())
                    .param("code", terms.code())
                    .param("version", terms.version())
                    .param("title", terms.title())
                    .param("body", terms.body())
                    .param("url", terms.url())
                    .param("sha256", terms.sha256())
                    .param("effectiveAt", Sql.time(terms.effectiveAt()))
                    .param("product", terms.productId())
                    .param("createdAt", Sql.time(terms.createdAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict(
                            "VERSION_TAKEN",
                            "These terms have that version already, and it never changes: make another.")
                    .field("/version", "is taken");
        }
    }

    Optional<Terms> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(TermsStore::read).optional();
    }

    Optional<Terms> inForce(String code, UUID product, Instant at) {
        return jdbc.sql(IN_FORCE)
                .param("code", code)
                .param("product", product)
                .param("at", Sql.time(at))
                .query(TermsStore::read)
                .optional();
    }

    boolean exists(String code) {
        return jdbc.sql(EXISTS).param("code", code).query(Boolean.class).single();
    }

    Optional<String> ofProduct(UUID product) {
        return jdbc.sql(OF_PRODUCT)
                .param("product", product)
                .query(String.class)
                .optional();
    }

    void set(UUID product, @Nullable String code, Instant at) {
        if (code == null) {
            jdbc.sql(UNSET).param("product", product).update();
        } else {
            jdbc.sql(SET)
                    .param("product", product)
                    .param("code", code)
                    .param("at", Sql.time(at))
                    .update();
        }
    }

    List<Terms> list(@Nullable String code, @Nullable UUID product, Paging paging) {
        return LIST.with("code", code)
                .with("product", product)
                .page(jdbc, paging)
                .query(TermsStore::read)
                .list();
    }

    private static Terms read(ResultSet row, int number) throws SQLException {
        return new Terms(
                Sql.uuid(row, "id"),
                row.getString("code"),
                row.getString("version"),
                row.getString("title"),
                row.getString("body"),
                row.getString("url"),
                row.getString("sha256"),
                Sql.instant(row, "effective_at"),
                row.getObject("product_id", UUID.class),
                Sql.instant(row, "created_at"));
    }
}
