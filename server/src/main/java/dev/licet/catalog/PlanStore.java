package dev.licet.catalog;

import dev.licet.core.id.Uuid7;
import dev.licet.core.json.Json;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
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

/** The tables {@code plans} and {@code plan_versions}. */
@Repository
class PlanStore {
    private static final String PLAN = """
            select p.id, p.product_id, r.code as product_code, r.key_prefix, p.code, p.name,
                   v.version, p.revision, v.policy, v.features, p.created_at, p.updated_at
            from plans p
            join products r on r.id = p.product_id
            join plan_versions v on v.plan_id = p.id
            """;

    static final String BY_ID = PLAN + "where p.id = :id and v.version = p.version";

    static final String BY_VERSION = PLAN + "where p.id = :id and v.version = :version";

    static final String AT = PLAN + """
            where p.code = :code and p.product_id = :product and v.created_at <= :at
            order by v.version desc limit 1
            """;

    static final String BY_CODE = PLAN + "where p.code = :code and v.version = p.version order by p.id limit 2";

    static final String BY_CODE_OF_PRODUCT =
            PLAN + "where p.code = :code and p.product_id = :product and v.version = p.version";

    static final Where LIST =
            Where.list(PLAN, "p.id").always("v.version = p.version").filter("product", "p.product_id = :product");

    static final Where VERSIONS =
            Where.list("select * from plan_versions v", "v.id").always("v.plan_id = :plan");

    static final String SIBLINGS = """
            select p.id, p.code,
                   case when v.policy ->> 'onExpiry' = 'fallback' then v.policy ->> 'fallbackPlan' end as fallback
            from plans p
            join plan_versions v on v.plan_id = p.id and v.version = p.version
            where p.product_id = :product
            """;

    static final String INSERT = """
            insert into plans (id, product_id, code, name, version, revision, created_at, updated_at)
            values (:id, :product, :code, :name, :version, :revision, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update plans
            set name = :name, version = :version, revision = :revision, updated_at = :updatedAt
            where id = :id
            """;

    static final String INSERT_VERSION = """
            insert into plan_versions (id, plan_id, version, policy, features, created_at)
            values (:id, :plan, :version, :policy::jsonb, :features::jsonb, :createdAt)
            """;

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Plan> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(PlanStore::read).optional();
    }

    Optional<Plan> find(UUID id, int version) {
        return jdbc.sql(BY_VERSION)
                .param("id", id)
                .param("version", version)
                .query(PlanStore::read)
                .optional();
    }

    Optional<Plan> find(String code, UUID product) {
        return jdbc.sql(BY_CODE_OF_PRODUCT)
                .param("code", code)
                .param("product", product)
                .query(PlanStore::read)
                .optional();
    }

    /** In the version that was its current one at that moment. */
    Optional<Plan> findAt(String code, UUID product, Instant at) {
        return jdbc.sql(AT)
                .param("code", code)
                .param("product", product)
                .param("at", Sql.time(at))
                .query(PlanStore::read)
                .optional();
    }

    /** At most two, which is enough to know that the code alone does not say which is meant. */
    List<Plan> find(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(PlanStore::read).list();
    }

    List<Plan> list(@Nullable UUID product, Paging paging) {
        return LIST.with("product", product)
                .page(jdbc, paging)
                .query(PlanStore::read)
                .list();
    }

    List<PlanVersionView.Row> versions(UUID plan, Paging paging) {
        return VERSIONS.with("plan", plan)
                .page(jdbc, paging)
                .query(PlanStore::readVersion)
                .list();
    }

    SiblingPlans siblings(UUID product) {
        return new SiblingPlans(jdbc.sql(SIBLINGS)
                .param("product", product)
                .query((row, number) ->
                        new SiblingPlans.Sibling(Sql.uuid(row, "id"), row.getString("code"), row.getString("fallback")))
                .list());
    }

    /** @throws Problem 409 CODE_TAKEN */
    void insert(Plan plan) {
        try {
            write(INSERT, plan)
                    .param("product", plan.productId())
                    .param("code", plan.code())
                    .param("createdAt", Sql.time(plan.createdAt()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("CODE_TAKEN", "The product has a plan with this code: choose another.")
                    .field("/code", "is taken by another plan of the product");
        }
        insertVersion(plan);
    }

    void update(Plan before, Plan after) {
        write(UPDATE, after).update();
        if (after.version() != before.version()) {
            insertVersion(after);
        }
    }

    private JdbcClient.StatementSpec write(String sql, Plan plan) {
        return jdbc.sql(sql)
                .param("id", plan.id())
                .param("name", plan.name())
                .param("version", plan.version())
                .param("revision", plan.revision())
                .param("updatedAt", Sql.time(plan.updatedAt()));
    }

    private void insertVersion(Plan plan) {
        jdbc.sql(INSERT_VERSION)
                .param("id", Uuid7.next())
                .param("plan", plan.id())
                .param("version", plan.version())
                .param("policy", Json.write(plan.policy().toMap()))
                .param("features", Json.write(plan.features().toMap()))
                .param("createdAt", Sql.time(plan.updatedAt()))
                .update();
    }

    private static Plan read(ResultSet row, int number) throws SQLException {
        return new Plan(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "product_id"),
                row.getString("product_code"),
                row.getString("key_prefix"),
                row.getString("code"),
                row.getString("name"),
                row.getInt("version"),
                row.getLong("revision"),
                Policy.read(Json.parseObject(row.getString("policy"))),
                Features.read(Json.parseObject(row.getString("features"))),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    private static PlanVersionView.Row readVersion(ResultSet row, int number) throws SQLException {
        return new PlanVersionView.Row(
                Sql.uuid(row, "id"),
                row.getInt("version"),
                Policy.read(Json.parseObject(row.getString("policy"))),
                Features.read(Json.parseObject(row.getString("features"))),
                Sql.instant(row, "created_at"));
    }
}
