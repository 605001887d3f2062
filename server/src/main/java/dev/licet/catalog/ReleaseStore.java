package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.version.Version;
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

/** The table {@code releases}. */
@Repository
class ReleaseStore {
    static final String BY_ID = "select * from releases where id = :id and product_id = :product";

    static final String BY_VERSION = "select * from releases where version_key = :key and product_id = :product";

    static final String LOCK = "select * from releases where id = :id for no key update";

    static final Where LIST = Where.list("select * from releases l", "l.id")
            .always("l.product_id = :product")
            .filter("channel", "l.channel = :channel");

    static final String UNTIL = "select * from releases where product_id = :product and created_at <= :at";

    static final String INSERT = """
            insert into releases (id, product_id, version, version_key, channel, notes, upgrade_url, released_at,
                                  revision, created_at, updated_at)
            values (:id, :product, :version, :key, :channel, :notes, :url, :releasedAt, :revision, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update releases
            set channel = :channel, notes = :notes, upgrade_url = :url, released_at = :releasedAt,
                revision = :revision, updated_at = :updatedAt
            where id = :id
            """;

    static final String DELETE = "delete from releases where id = :id";

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By its id, or by a version that is equal to its own. */
    Optional<ProductRelease> find(UUID product, String idOrVersion) {
        Optional<UUID> id = TypeId.find(ProductRelease.PREFIX, idOrVersion);
        return id.isPresent()
                ? jdbc.sql(BY_ID)
                        .param("id", id.get())
                        .param("product", product)
                        .query(ReleaseStore::read)
                        .optional()
                : key(idOrVersion)
                        .flatMap(key -> jdbc.sql(BY_VERSION)
                                .param("key", key)
                                .param("product", product)
                                .query(ReleaseStore::read)
                                .optional());
    }

    Optional<ProductRelease> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(ReleaseStore::read).optional();
    }

    List<ProductRelease> list(UUID product, @Nullable String channel, Paging paging) {
        return LIST.with("product", product)
                .with("channel", channel)
                .page(jdbc, paging)
                .query(ReleaseStore::read)
                .list();
    }

    /** All that were on record at a moment. */
    List<ProductRelease> until(UUID product, Instant at) {
        return jdbc.sql(UNTIL)
                .param("product", product)
                .param("at", Sql.time(at))
                .query(ReleaseStore::read)
                .list();
    }

    /** @throws Problem 409 VERSION_TAKEN */
    void insert(ProductRelease release) {
        try {
            write(INSERT, release)
                    .param("product", release.productId())
                    .param("version", release.version().toString())
                    .param("key", release.version().orderKey())
                    .param("createdAt", Sql.time(release.createdAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("VERSION_TAKEN", "The product has a release of this version: change that one.")
                    .field("/version", "is the version of another release of the product");
        }
    }

    void update(ProductRelease release) {
        write(UPDATE, release).update();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    private JdbcClient.StatementSpec write(String sql, ProductRelease release) {
        return jdbc.sql(sql)
                .param("id", release.id())
                .param("channel", release.channel())
                .param("notes", release.notes())
                .param("url", release.upgradeUrl())
                .param("releasedAt", Sql.time(release.releasedAt()))
                .param("revision", release.revision())
                .param("updatedAt", Sql.time(release.updatedAt()));
    }

    private static Optional<String> key(String text) {
        try {
            return Optional.of(Version.parse(text).orderKey());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProductRelease read(ResultSet row, int number) throws SQLException {
        return new ProductRelease(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "product_id"),
                Version.parse(row.getString("version")),
                Sql.instant(row, "released_at"),
                row.getString("channel"),
                row.getString("notes"),
                row.getString("upgrade_url"),
                row.getLong("revision"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
