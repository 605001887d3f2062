package dev.licet.platform.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A clock that runs at an offset from the real one. The offset is kept in the database, so that it outlives a restart and
 * is the same on every node; {@link #refresh} reads it at the start of each request.
 */
public final class SandboxClock implements InstantSource {
    static final String OFFSET = "select offset_micros from sandbox_clock";
    static final String MOVE = """
            insert into sandbox_clock (offset_micros) values (:micros)
            on conflict (one) do update set offset_micros = excluded.offset_micros
            """;

    private final InstantSource real;
    private final JdbcClient jdbc;
    private volatile long micros;

    SandboxClock(InstantSource real, JdbcClient jdbc) {
        this.real = real;
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(micros, ChronoUnit.MICROS);
    }

    /** Takes over what another node, or an earlier life of this one, moved the clock to. */
    public void refresh() {
        micros = jdbc.sql(OFFSET).query(Long.class).optional().orElse(0L);
    }

    void moveTo(Instant target) {
        store(real.instant().until(target, ChronoUnit.MICROS));
    }

    void reset() {
        store(0);
    }

    private void store(long offset) {
        jdbc.sql(MOVE).param("micros", offset).update();
        micros = offset;
    }
}
