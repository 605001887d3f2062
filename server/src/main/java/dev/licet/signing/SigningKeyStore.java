package dev.licet.signing;

import dev.licet.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of signing keys. Private keys leave it only through {@link #current}. */
@Component
class SigningKeyStore {
    static final String CURRENT = "select public_key, sealed_private from signing_keys where status = 'current'";

    /** Does nothing when there is a current key already: of two nodes that start at once, one makes the key. */
    static final String ADD_FIRST = """
            insert into signing_keys (kid, alg, public_key, sealed_private, status, created_at)
            values (:kid, :alg, :public, :sealed, 'current', :now)
            on conflict (status) where status = 'current' do nothing
            """;

    static final String PUBLIC_KEYS = "select public_key from signing_keys order by created_at desc, kid";

    private static final String PURPOSE = "signing-key";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    SigningKeyStore(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    Optional<SigningKey> current() {
        return jdbc.sql(CURRENT)
                .query((row, n) -> new SigningKey(row.getBytes(1), sealer.open(PURPOSE, row.getBytes(2))))
                .optional();
    }

    void addFirst(SigningKey key, Instant now) {
        jdbc.sql(ADD_FIRST)
                .param("kid", key.kid())
                .param("alg", SigningKey.ALGORITHM)
                .param("public", key.publicKey())
                .param("sealed", sealer.seal(PURPOSE, key.privateKey()))
                .param("now", Sql.time(now))
                .update();
    }

    /** Every public key there ever was, newest first. */
    List<byte[]> publicKeys() {
        return jdbc.sql(PUBLIC_KEYS).query((row, n) -> row.getBytes(1)).list();
    }
}
