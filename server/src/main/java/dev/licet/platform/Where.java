package dev.licet.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statement of a list whose filters are optional. Declared once as a constant of a store, so that it can be
 * prepared against the schema with every filter on; nothing else puts SQL together.
 *
 * <pre>{@code
 * static final Where PRODUCTS = Where.list("select id, code, name from products p", "p.id")
 *         .always("p.deleted_at is null")
 *         .filter("kind", "p.kind = :kind");
 *
 * PRODUCTS.with("kind", kind).page(jdbc, paging).query(Product.class).list();
 * }</pre>
 */
public final class Where {
    private final String select;
    private final String id;
    private final String always;
    private final Map<String, String> filters;

    private Where(String select, String id, String always, Map<String, String> filters) {
        this.select = select;
        this.id = id;
        this.always = always;
        this.filters = filters;
    }

    /**
     * Begins a list.
     *
     * @param select everything up to the conditions
     * @param id the UUIDv7 column that orders the list, newest first
     */
    public static Where list(String select, String id) {
        return new Where(select.stripTrailing(), id, "", Map.of());
    }

    public Where always(String condition) {
        return new Where(select, id, always + "\n  and (" + condition + ")", filters);
    }

    /** A condition that applies when the parameter of this name is bound. */
    public Where filter(String name, String condition) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(name, "\n  and (" + condition + ")");
        return new Where(select, id, always, more);
    }

    /** Binds a parameter; null leaves its filter out. */
    public Bound with(String name, @Nullable Object value) {
        return new Bound(new LinkedHashMap<>()).with(name, value);
    }

    public JdbcClient.StatementSpec page(JdbcClient jdbc, Paging paging) {
        return new Bound(new LinkedHashMap<>()).page(jdbc, paging);
    }

    /** The statement with every filter on. */
    public String everything() {
        return sql(filters.keySet(), true);
    }

    private String sql(Set<String> bound, boolean after) {
        StringBuilder sql = new StringBuilder(select).append("\nwhere true").append(always);
        filters.forEach((name, condition) -> sql.append(bound.contains(name) ? condition : ""));
        sql.append(after ? "\n  and " + id + " < :after" : "");
        return sql.append("\norder by ")
                .append(id)
                .append(" desc\nlimit :limit")
                .toString();
    }

    /** A list with some of its parameters bound. */
    public final class Bound {
        private final Map<String, Object> values;

        private Bound(Map<String, Object> values) {
            this.values = values;
        }

        public Bound with(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }

        /** One row more than the page has is fetched: see {@link Page#of}. */
        public JdbcClient.StatementSpec page(JdbcClient jdbc, Paging paging) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql(values.keySet(), paging.after() != null))
                    .params(values)
                    .param("limit", paging.limit() + 1);
            return paging.after() == null ? statement : statement.param("after", paging.after());
        }
    }
}
