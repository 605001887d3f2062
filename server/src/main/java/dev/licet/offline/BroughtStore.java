package dev.licet.offline;

import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was brought from programs without a network: the tables {@code offline_requests} and {@code usage_reports}. */
@Repository
class BroughtStore {
    static final String ANSWERED =
            "select device_id from offline_requests where license_id = :license and nonce = :nonce";

    static final String ANSWER = """
            insert into offline_requests (license_id, nonce, device_id, brought_at) values (:license, :nonce, :device, :now)
            """;

    static final String BRING = """
            insert into usage_reports (license_id, series, number, events, brought_at)
            values (:license, :series, :number, :events, :now)
            on conflict (license_id, series, number) do nothing
            """;

    /** Of the reports before this one, the first that nobody has brought. */
    static final String LEFT_BEHIND = """
            select n from generate_series(greatest(1, :number - 1000), :number - 1) n
            where not exists (
                select from usage_reports r where r.license_id = :license and r.series = :series and r.number = n)
            order by n limit 100
            """;

    private final JdbcClient jdbc;

    BroughtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place that answered a request, when it was brought before. */
    Optional<UUID> answered(UUID license, String nonce) {
        return jdbc.sql(ANSWERED)
                .param("license", license)
                .param("nonce", nonce)
                .query(UUID.class)
                .optional();
    }

    void answer(UUID license, String nonce, UUID device, Instant now) {
        jdbc.sql(ANSWER)
                .param("license", license)
                .param("nonce", nonce)
                .param("device", device)
                .param("now", Sql.time(now))
                .update();
    }

    /** Whether this report had not been brought before. */
    boolean bring(UUID license, String series, int number, int events, Instant now) {
        return jdbc.sql(BRING)
                        .param("license", license)
                        .param("series", series)
                        .param("number", number)
                        .param("events", events)
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    List<Integer> leftBehind(UUID license, String series, int number) {
        return jdbc.sql(LEFT_BEHIND)
                .param("license", license)
                .param("series", series)
                .param("number", number)
                .query((row, n) -> row.getInt(1))
                .list();
    }
}
