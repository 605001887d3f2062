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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code features}. */
@Repository
class FeatureStore {
    static final String BY_ID = "select * from features where id = :id and product_id = :product";

    static final String BY_CODE = "select * from features where code = :code and product_id = :product";

    static final String LOCK = "select * from features where id = :id for no key update";

    static final String OF_PRODUCT = "select * from features where product_id = :product order by code";

    static final Where LIST = Where.list("select * from features f", "f.id").always("f.product_id = :product");

    static final String INSERT = """
            insert into features (id, product_id, code, name, type, unit, aggregation, unique_by, kind, version, created_at, updated_at)
            values (:id, :product, :code, :name, :type, :unit, :aggregation, :uniqueBy, :kind, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update features
            set name = :name, unit = :unit, kind = :kind, version = :version, updated_at = :updatedAt
            where id = :id
            """;

    private final JdbcClient jdbc;

    FeatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Feature> find(UUID product, String idOrCode) {
        Optional<UUID> id = TypeId.find("feat", idOrCode);
        if (id.isPresent()) {
            return jdbc.sql(BY_ID)
                    .param("id", id.get())
                    .param("product", product)
                    .query(FeatureStore::read)
                    .optional();
        }
        return Codes.isFeature(idOrCode)
                ? jdbc.sql(BY_CODE)
                        .param("code", idOrCode)
                        .param("product", product)
                        .query(FeatureStore::read)
                        .optional()
                : Optional.empty();
    }

    Feature lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(FeatureStore::read).single();
    }

    List<Feature> ofProduct(UUID product) {
        return jdbc.sql(OF_PRODUCT)
                .param("product", product)
                .query(FeatureStore::read)
                .list();
    }

    List<Feature> list(UUID product, Paging paging) {
        return LIST.with("product", product)
                .page(jdbc, paging)
                .query(FeatureStore::read)
                .list();
    }

    /** @throws Problem 409 CODE_TAKEN */
    void insert(Feature feature) {
        try {
            write(INSERT, feature)
                    .param("product", feature.productId())
                    .param("code", feature.code())
                    .param("type", feature.type())
                    .param("aggregation", feature.aggregation())
                    .param("uniqueBy", feature.uniqueBy())
                    .param("createdAt", Sql.time(feature.createdAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("CODE_TAKEN", "The product has a feature with this code: choose another.")
                    .field("/code", "is taken by another feature of the product");
        }
    }

    void update(Feature feature) {
        write(UPDATE, feature).update();
    }

    private JdbcClient.StatementSpec write(String sql, Feature feature) {
        return jdbc.sql(sql)
                .param("id", feature.id())
                .param("name", feature.name())
                .param("unit", feature.unit())
                .param("kind", feature.kind())
                .param("version", feature.version())
                .param("updatedAt", Sql.time(feature.updatedAt()));
    }

    private static Feature read(ResultSet row, int number) throws SQLException {
        return new Feature(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "product_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("type"),
                row.getString("unit"),
                row.getString("aggregation"),
                row.getString("unique_by"),
                row.getString("kind"),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
