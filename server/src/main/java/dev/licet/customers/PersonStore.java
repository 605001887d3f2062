package dev.licet.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where people stand in an organization, in one statement. */
@Repository
class PersonStore {
    static final String FIND = """
            with recursive asked as (
                select u.* from users u where u.customer_id = :customer and lower(u.email) = lower(:email::text)
            ), chain (id, code, parent_id, depth) as (
                select d.id, d.code, d.parent_id, 1 from departments d join asked on d.id = asked.department_id
                union all
                select p.id, p.code, p.parent_id, c.depth + 1 from chain c join departments p on p.id = c.parent_id
            )
            select (select id from asked) as user_id,
                   exists (select from asked where departed_at is not null) as departed,
                   array(select id from chain order by depth) as departments,
                   array(select code from chain order by depth) as codes,
                   array(
                       select g.code from user_groups g
                       where g.customer_id = :customer
                         and (exists (select from group_users m join asked on m.user_id = asked.id
                                      where m.group_id = g.id)
                              or exists (select from group_devices m
                                         where m.group_id = g.id and m.fingerprint = :fingerprint::text))
                       order by g.code) as groups
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Person find(UUID customer, @Nullable String email, @Nullable String fingerprint) {
        return jdbc.sql(FIND)
                .param("customer", customer)
                .param("email", email)
                .param("fingerprint", fingerprint)
                .query(PersonStore::read)
                .single();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("departments").getArray();
        String[] codes = (String[]) row.getArray("codes").getArray();
        List<Person.Place> departments = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            departments.add(new Person.Place(ids[i], codes[i]));
        }
        String[] groups = (String[]) row.getArray("groups").getArray();
        return new Person(
                row.getObject("user_id", UUID.class),
                row.getBoolean("departed"),
                List.copyOf(departments),
                Set.of(groups));
    }
}
