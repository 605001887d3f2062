package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.json.Json;
import dev.licet.core.release.Releases;
import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code version_rules}, and what the products' rows repeat of it. */
@Repository
class RuleStore {
    private static final String CURRENT =
            "select * from version_rules where product_id = :product and kind = :kind and ended_at is null\n";

    static final String BY_NAME = CURRENT + "and name = :name";

    static final String BY_ID = CURRENT + "and id = :id";

    static final Where LIST = Where.list("select * from version_rules v", "v.id")
            .always("v.product_id = :product and v.kind = :kind and v.ended_at is null");

    static final String AT = """
            select * from version_rules
            where product_id = :product and made_at <= :at and (ended_at is null or ended_at > :at)
            order by kind, name
            """;

    static final String INSERT = """
            insert into version_rules (id, revision, product_id, kind, name, rule, told, next_at, created_at, made_at)
            values (:id, :revision, :product, :kind, :name, :rule::jsonb, :told, :next, :createdAt, :madeAt)
            """;

    static final String END = "update version_rules set ended_at = :now where id = :id and revision = :revision";

    static final String DUE = """
            select * from version_rules
            where ended_at is null and next_at <= :now
            order by next_at limit 100
            for update skip locked
            """;

    static final String TOLD =
            "update version_rules set told = :told, next_at = :next where id = :id and revision = :revision";

    static final String SHOW = "update products set version_rules = :rules::jsonb where id = :product";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By its id or its name. */
    Optional<VersionRule> find(UUID product, VersionRule.Kind kind, String idOrName) {
        Optional<UUID> id = TypeId.find(kind.prefix(), idOrName);
        return (id.isPresent()
                        ? jdbc.sql(BY_ID).param("id", id.get())
                        : jdbc.sql(BY_NAME).param("name", idOrName))
                .param("product", product)
                .param("kind", kind.stored())
                .query(RuleStore::read)
                .optional();
    }

    List<VersionRule> list(UUID product, VersionRule.Kind kind, Paging paging) {
        return LIST.with("product", product)
                .with("kind", kind.stored())
                .page(jdbc, paging)
                .query(RuleStore::read)
                .list();
    }

    /** Those that there were at a moment, in force or not. */
    List<VersionRule> at(UUID product, Instant at) {
        return jdbc.sql(AT)
                .param("product", product)
                .param("at", Sql.time(at))
                .query(RuleStore::read)
                .list();
    }

    void insert(VersionRule rule) {
        jdbc.sql(INSERT)
                .param("id", rule.id())
                .param("revision", rule.revision())
                .param("product", rule.productId())
                .param("kind", rule.kind().stored())
                .param("name", rule.name())
                .param("rule", Json.write(rule.rule().toMap()))
                .param("told", rule.told().toArray(String[]::new))
                .param("next", Sql.timeOrNull(rule.next()))
                .param("createdAt", Sql.time(rule.createdAt()))
                .param("madeAt", Sql.time(rule.madeAt()))
                .update();
    }

    void end(VersionRule rule, Instant now) {
        jdbc.sql(END)
                .param("id", rule.id())
                .param("revision", rule.revision())
                .param("now", Sql.time(now))
                .update();
    }

    /** Rules of which a stage has begun, held until the end of the transaction. */
    List<VersionRule> due(Instant now) {
        return jdbc.sql(DUE).param("now", Sql.time(now)).query(RuleStore::read).list();
    }

    void told(VersionRule rule) {
        jdbc.sql(TOLD)
                .param("id", rule.id())
                .param("revision", rule.revision())
                .param("told", rule.told().toArray(String[]::new))
                .param("next", Sql.timeOrNull(rule.next()))
                .update();
    }

    /** Writes the rules where a decision finds them with the product. */
    void show(UUID product, Releases rules) {
        jdbc.sql(SHOW)
                .param("product", product)
                .param("rules", Json.write(rules.toMap()))
                .update();
    }

    private static VersionRule read(ResultSet row, int number) throws SQLException {
        return new VersionRule(
                Sql.uuid(row, "id"),
                row.getLong("revision"),
                Sql.uuid(row, "product_id"),
                VersionRule.Kind.of(row.getString("kind")),
                row.getString("name"),
                Releases.read(Json.parseObject(row.getString("rule"))),
                Set.of((String[]) row.getArray("told").getArray()),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "made_at"));
    }

    /** All rules as one. */
    static Releases together(List<VersionRule> rules) {
        return new Releases(
                List.of(),
                rules.stream().flatMap(each -> each.rule().blocks().stream()).toList(),
                rules.stream().flatMap(each -> each.rule().ends().stream()).toList());
    }
}
