package dev.licet.access;

import static dev.licet.platform.Sql.time;
import static dev.licet.platform.Sql.timeOrNull;

import dev.licet.platform.Paging;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of staff, in which of a password only a hash stands. */
@Component
class StaffStore {
    static final Where LIST = Where.list("select * from staff", "id");

    static final String INSERT = """
            insert into staff (id, email, name, roles, language, password, invitation, invitation_until, created_at)
            values (:id, :email, :name, :roles, :language, :password, :invitation, :until, :created)
            """;

    static final String UPDATE = """
            update staff
            set email = :email, name = :name, roles = :roles, language = :language, disabled_at = :disabled, version = :version
            where id = :id
            """;

    static final String FIND = "select * from staff where id = :id";

    static final String LOCK = FIND + " for update";

    static final String FIND_BY_EMAIL = "select * from staff where lower(email) = lower(:email)";

    static final String PASSWORD = "select password from staff where id = :id";

    static final String SET_PASSWORD = """
            update staff set password = :password, invitation = null, invitation_until = null, version = version + 1 where id = :id
            """;

    static final String REHASH = "update staff set password = :password where id = :id and password = :before";

    static final String INVITE = """
            update staff set invitation = :hash, invitation_until = :until, version = version + 1 where id = :id
            """;

    static final String FIND_INVITED = """
            select * from staff
            where invitation = :hash and invitation_until > :now and disabled_at is null
            for update
            """;

    static final String SIGNED_IN = "update staff set signed_in_at = :now where id = :id";

    /** Locked in one order, so that two who take away the last two of them wait for each other. */
    static final String KEEPERS = """
            select id from staff
            where disabled_at is null and password is not null and roles && :roles::text[]
            order by id
            for update
            """;

    static final String NAMES = "select id, name from staff where id = any(:ids)";

    static final String LOCK_TABLE = "lock table staff in share row exclusive mode";

    static final String IS_EMPTY = "select not exists (select 1 from staff)";

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How somebody comes to a password: by a code that is good until then. */
    @SuppressWarnings("ArrayRecordComponent") // Handed to the database as it is, never compared.
    record Invitation(byte[] hash, Instant until) {}

    void insert(StaffMember member, @Nullable String password, @Nullable Invitation invitation) {
        jdbc.sql(INSERT)
                .param("id", member.id())
                .param("email", member.email())
                .param("name", member.name())
                .param("roles", member.roles().toArray(String[]::new))
                .param("language", member.language())
                .param("password", password)
                .param("invitation", invitation == null ? null : invitation.hash())
                .param("until", timeOrNull(invitation == null ? null : invitation.until()))
                .param("created", time(member.createdAt()))
                .update();
    }

    void update(StaffMember member) {
        jdbc.sql(UPDATE)
                .param("id", member.id())
                .param("email", member.email())
                .param("name", member.name())
                .param("roles", member.roles().toArray(String[]::new))
                .param("language", member.language())
                .param("disabled", timeOrNull(member.disabledAt()))
                .param("version", member.version())
                .update();
    }

    Optional<StaffMember> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(StaffStore::read).optional();
    }

    Optional<StaffMember> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(StaffStore::read).optional();
    }

    Optional<StaffMember> findByEmail(String email) {
        return jdbc.sql(FIND_BY_EMAIL)
                .param("email", email)
                .query(StaffStore::read)
                .optional();
    }

    Optional<StaffMember> lockInvited(byte[] hash, Instant now) {
        return jdbc.sql(FIND_INVITED)
                .param("hash", hash)
                .param("now", time(now))
                .query(StaffStore::read)
                .optional();
    }

    /** The hash; empty when no password was chosen yet. */
    Optional<String> password(UUID id) {
        return jdbc.sql(PASSWORD)
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getString("password")))
                .optional()
                .flatMap(each -> each);
    }

    void password(UUID id, String hash) {
        jdbc.sql(SET_PASSWORD).param("id", id).param("password", hash).update();
    }

    /** The same password under today's parameters, unless it was changed meanwhile. */
    void rehash(UUID id, String before, String hash) {
        jdbc.sql(REHASH)
                .param("id", id)
                .param("before", before)
                .param("password", hash)
                .update();
    }

    void invite(UUID id, Invitation invitation) {
        jdbc.sql(INVITE)
                .param("id", id)
                .param("hash", invitation.hash())
                .param("until", time(invitation.until()))
                .update();
    }

    void signedIn(UUID id, Instant now) {
        jdbc.sql(SIGNED_IN).param("id", id).param("now", time(now)).update();
    }

    List<StaffMember> page(Paging paging) {
        return LIST.page(jdbc, paging).query(StaffStore::read).list();
    }

    /** Those who can sign in and have one of these roles. */
    List<UUID> lockKeepers(List<String> roles) {
        return jdbc.sql(KEEPERS)
                .param("roles", roles.toArray(String[]::new))
                .query((row, n) -> Sql.uuid(row, "id"))
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql(IS_EMPTY).query(Boolean.class).single();
    }

    /** Whether there is nobody yet; until the transaction ends no other node can add somebody. */
    boolean isEmptyAndLocked() {
        jdbc.sql(LOCK_TABLE).update();
        return isEmpty();
    }

    Map<UUID, String> names(List<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(NAMES).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(Sql.uuid(row, "id"), row.getString("name"));
        });
        return names;
    }

    static StaffMember read(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                Sql.uuid(row, "id"),
                row.getString("email"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("language"),
                row.getBytes("invitation") != null,
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "signed_in_at"),
                Sql.instantOrNull(row, "disabled_at"),
                row.getLong("version"));
    }
}
