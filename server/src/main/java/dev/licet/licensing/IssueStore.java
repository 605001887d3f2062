package dev.licet.licensing;

import dev.licet.core.json.Json;
import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code licenses}, many rows at once. */
@Repository
class IssueStore {
    static final String INSERT = """
            insert into licenses (id, key_hash, key_finder, key_sealed, key_prefix, key_hint, plan_id, plan_version, customer_id,
                                  policy_overrides, feature_overrides, metadata,
                                  issued_at, starts_at, started_at, expires_at, turns_at)
            select l.id, l.key_hash, l.key_finder, l.key_sealed, l.key_prefix, l.key_hint, l.plan, l.plan_version, l.customer,
                   l.policy::jsonb, l.features::jsonb, l.metadata::jsonb,
                   :issuedAt, l.starts_at, l.started_at, l.expires_at, l.turns_at
            from unnest(:ids::uuid[], :hashes::bytea[], :finders::bytea[], :sealed::bytea[], :prefixes::text[], :hints::text[],
                        :plans::uuid[], :versions::int[], :customers::uuid[],
                        :policies::text[], :features::text[], :metadata::text[],
                        :starts::timestamptz[], :started::timestamptz[], :ends::timestamptz[], :turns::timestamptz[])
                l (id, key_hash, key_finder, key_sealed, key_prefix, key_hint, plan, plan_version, customer,
                   policy, features, metadata, starts_at, started_at, expires_at, turns_at)
            """;

    private final JdbcClient jdbc;

    IssueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A licence to be recorded.
     *
     * @param turn when its first turn comes; null for never
     */
    record Draft(
            UUID id,
            Contract contract,
            Keys.Made key,
            @Nullable Instant turn) {}

    void insert(List<Draft> drafts, Instant issuedAt) {
        jdbc.sql(INSERT)
                .param("issuedAt", Sql.time(issuedAt))
                .param("ids", texts(drafts, Draft::id))
                .param("hashes", drafts.stream().map(d -> d.key().hash()).toArray(byte[][]::new))
                .param("finders", drafts.stream().map(d -> d.key().finder()).toArray(byte[][]::new))
                .param("sealed", drafts.stream().map(d -> d.key().sealed()).toArray(byte[][]::new))
                .param("prefixes", texts(drafts, d -> d.key().key().prefix()))
                .param("hints", texts(drafts, d -> d.key().key().hint()))
                .param("plans", texts(drafts, d -> d.contract().planId()))
                .param("versions", texts(drafts, d -> d.contract().planVersion()))
                .param("customers", texts(drafts, d -> d.contract().customerId()))
                .param(
                        "policies",
                        texts(drafts, d -> Json.write(d.contract().overrides().policy())))
                .param(
                        "features",
                        texts(drafts, d -> Json.write(d.contract().overrides().features())))
                .param("metadata", texts(drafts, d -> Json.write(d.contract().metadata())))
                .param("starts", texts(drafts, d -> d.contract().term().startsAt()))
                .param("started", texts(drafts, d -> d.contract().term().startedAt()))
                .param("ends", texts(drafts, d -> d.contract().term().expiresAt()))
                .param("turns", texts(drafts, Draft::turn))
                .update();
    }

    private static @Nullable String[] texts(List<Draft> drafts, Function<Draft, @Nullable Object> column) {
        return drafts.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
