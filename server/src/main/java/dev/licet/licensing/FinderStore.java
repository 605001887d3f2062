package dev.licet.licensing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Licences by what a program without a network is known by. */
@Repository
class FinderStore {
    static final String FIND = "select id, key_sealed from licenses where key_finder = :finder";

    static final String MISSING = "select id, key_sealed from licenses where key_finder is null order by id limit 500";

    static final String FILL =
            "update licenses set key_finder = :finder where id = :id and key_sealed = :sealed and key_finder is null";

    private final JdbcClient jdbc;

    FinderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A licence with its sealed key. */
    @SuppressWarnings("ArrayRecordComponent") // Opened, never compared.
    record Found(UUID license, byte[] sealed) {}

    Optional<Found> find(byte[] finder) {
        return jdbc.sql(FIND)
                .param("finder", finder)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getBytes(2)))
                .optional();
    }

    /** Some of those that an older server has issued. */
    List<Found> missing() {
        return jdbc.sql(MISSING)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    /** Does nothing when the key was replaced meanwhile. */
    void fill(Found license, byte[] finder) {
        jdbc.sql(FILL)
                .param("id", license.license())
                .param("sealed", license.sealed())
                .param("finder", finder)
                .update();
    }
}
