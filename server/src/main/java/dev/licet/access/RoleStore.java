package dev.licet.access;

import dev.licet.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the vendor's own roles. */
@Component
class RoleStore {
    static final String ALL = "select * from roles order by code";

    static final String LOCK = "select * from roles where code = :code for update";

    static final String INSERT = """
            insert into roles (code, name, scopes, created_at) values (:code, :name, :scopes, :now)
            on conflict (code) do nothing
            """;

    static final String UPDATE = """
            update roles set name = :name, scopes = :scopes, version = version + 1 where code = :code
            """;

    static final String DELETE = "delete from roles where code = :code";

    static final String IS_USED = "select exists (select from staff where roles @> array[:code]::text[])";

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Role> all() {
        return jdbc.sql(ALL).query(RoleStore::read).list();
    }

    Optional<Role> lock(String code) {
        return jdbc.sql(LOCK).param("code", code).query(RoleStore::read).optional();
    }

    /** False when there is one of that code. */
    boolean insert(Role role, Instant now) {
        return jdbc.sql(INSERT)
                        .param("code", role.code())
                        .param("name", role.name())
                        .param("scopes", role.scopes().toArray(String[]::new))
                        .param("now", Sql.time(now))
                        .update()
                == 1;
    }

    void update(Role role) {
        jdbc.sql(UPDATE)
                .param("code", role.code())
                .param("name", role.name())
                .param("scopes", role.scopes().toArray(String[]::new))
                .update();
    }

    void delete(String code) {
        jdbc.sql(DELETE).param("code", code).update();
    }

    boolean isUsed(String code) {
        return jdbc.sql(IS_USED).param("code", code).query(Boolean.class).single();
    }

    private static Role read(ResultSet row, int number) throws SQLException {
        return new Role(
                row.getString("code"),
                row.getString("name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                false,
                row.getLong("version"));
    }
}
