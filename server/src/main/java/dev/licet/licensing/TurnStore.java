package dev.licet.licensing;

import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of {@code licenses} that say what was told of the turns of each. */
@Repository
class TurnStore {
    static final String DUE = """
            select id, told, told_end from licenses
            where turns_at <= :now
            order by turns_at
            limit 100
            for update skip locked
            """;

    static final String TOLD = "update licenses set told = :told, told_end = :end, turns_at = :next where id = :id";

    private final JdbcClient jdbc;

    TurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was told last of a licence.
     *
     * @param turn null for nothing yet
     * @param end the end that it was about
     */
    record Told(UUID license, @Nullable Turn turn, @Nullable Instant end) {

        boolean covers(Turn turn, @Nullable Instant end) {
            return this.turn != null && this.turn.compareTo(turn) >= 0 && this.end != null && this.end.equals(end);
        }
    }

    /** Up to 100 licences to look at, held until the end of the transaction; those that somebody else holds come later. */
    List<Told> due(Instant now) {
        return jdbc.sql(DUE).param("now", Sql.time(now)).query(TurnStore::told).list();
    }

    void keep(Told told, @Nullable Instant next) {
        jdbc.sql(TOLD)
                .param("id", told.license())
                .param("told", told.turn() == null ? null : told.turn().name())
                .param("end", Sql.timeOrNull(told.end()))
                .param("next", Sql.timeOrNull(next))
                .update();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        String turn = row.getString("told");
        return new Told(
                Sql.uuid(row, "id"), turn == null ? null : Turn.valueOf(turn), Sql.instantOrNull(row, "told_end"));
    }
}
