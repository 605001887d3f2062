package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.core.json.Json;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Sql;
import dev.licet.platform.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code departments}. */
@Repository
class DepartmentStore {
    private static final String SELECT = """
            select d.*, p.code as parent from departments d left join departments p on p.id = d.parent_id
            """;

    static final String BY_ID = SELECT + "where d.id = :id and d.customer_id = :customer";

    static final String BY_CODE = SELECT + "where lower(d.code) = lower(:code) and d.customer_id = :customer";

    static final Where LIST = Where.list(SELECT, "d.id")
            .always("d.customer_id = :customer")
            .filter("parent", "d.parent_id = :parent")
            .filter("externalId", "d.external_id = :externalId")
            .filter("q", "position(lower(:q) in lower(d.name)) > 0 or position(lower(:q) in lower(d.code)) > 0");

    static final String IS_WITHIN = """
            with recursive above (id, parent_id) as (
                select id, parent_id from departments where id = :inner
                union all
                select d.id, d.parent_id from above a join departments d on d.id = a.parent_id
            )
            select exists (select from above where id = :outer)
            """;

    static final String INSERT = """
            insert into departments
                (id, customer_id, code, name, parent_id, external_id, metadata, version, created_at, updated_at)
            values
                (:id, :customer, :code, :name, :parent, :externalId, :metadata::jsonb, :version, :createdAt, :updatedAt)
            """;

    static final String UPDATE = """
            update departments
            set name = :name, parent_id = :parent, external_id = :externalId, metadata = :metadata::jsonb,
                version = :version, updated_at = :updatedAt
            where id = :id
            """;

    static final String DELETE = "delete from departments where id = :id";

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Department> find(UUID customer, String idOrCode) {
        Optional<UUID> id = TypeId.find(Ids.DEPARTMENT, idOrCode);
        JdbcClient.StatementSpec query = id.isPresent()
                ? jdbc.sql(BY_ID).param("id", id.get())
                : jdbc.sql(BY_CODE).param("code", idOrCode);
        return query.param("customer", customer).query(DepartmentStore::read).optional();
    }

    List<Department> list(UUID customer, DepartmentFilter filter, Paging paging) {
        return LIST.with("customer", customer)
                .with("parent", filter.parent())
                .with("externalId", filter.externalId())
                .with("q", filter.q())
                .page(jdbc, paging)
                .query(DepartmentStore::read)
                .list();
    }

    /** Whether a department is another one, or below it. */
    boolean isWithin(UUID inner, UUID outer) {
        return jdbc.sql(IS_WITHIN)
                .param("inner", inner)
                .param("outer", outer)
                .query(Boolean.class)
                .single();
    }

    /** @throws Problem 409 CODE_TAKEN or EXTERNAL_ID_TAKEN */
    void insert(Department department) {
        write(
                jdbc.sql(INSERT)
                        .param("customer", department.customerId())
                        .param("code", department.code())
                        .param("createdAt", Sql.time(department.createdAt())),
                department);
    }

    /** @throws Problem 409 EXTERNAL_ID_TAKEN */
    void update(Department department) {
        write(jdbc.sql(UPDATE), department);
    }

    /** @throws Problem 409 DEPARTMENT_IN_USE */
    void delete(UUID id) {
        try {
            jdbc.sql(DELETE).param("id", id).update();
        } catch (DataIntegrityViolationException _) {
            throw Problem.conflict(
                    "DEPARTMENT_IN_USE",
                    "Users, departments below it or a part of a license belong to it: move or remove them first.");
        }
    }

    private static void write(JdbcClient.StatementSpec statement, Department department) {
        try {
            statement
                    .param("id", department.id())
                    .param("name", department.name())
                    .param("parent", department.parentId())
                    .param("externalId", department.externalId())
                    .param("metadata", Json.write(department.metadata()))
                    .param("version", department.version())
                    .param("updatedAt", Sql.time(department.updatedAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw String.valueOf(taken.getMessage()).contains("departments_code_key")
                    ? Problem.conflict("CODE_TAKEN", "The customer has a department with this code.")
                            .field("/code", "is taken by another department of the customer")
                    : Problem.conflict("EXTERNAL_ID_TAKEN", "The customer has a department with this externalId.")
                            .field("/externalId", "is taken by another department of the customer");
        } catch (DataIntegrityViolationException gone) {
            throw Problem.invalid("/parent", "was removed meanwhile");
        }
    }

    private static Department read(ResultSet row, int number) throws SQLException {
        return new Department(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "customer_id"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("parent_id", UUID.class),
                row.getString("parent"),
                row.getString("external_id"),
                Json.parseObject(row.getString("metadata")),
                row.getLong("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
