package dev.licet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.platform.Where;
import dev.licet.testing.TestServer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * Prepares every statement of the server against the migrated schema: each constant that reads like SQL, and each {@link
 * Where} with all its filters.
 */
class SqlTest {
    private static final Pattern STATEMENT =
            Pattern.compile("(?is)\\s*(select|insert|update|delete|with|lock|truncate)\\s.*");
    private static final Pattern INLINE = Pattern.compile("\\.sql\\(\\s*\"");
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everyStatementIsUnderstoodByTheDatabase() throws Exception {
        Map<String, String> statements = statements();
        assertThat(statements).hasSizeGreaterThan(30);
        List<String> broken = new ArrayList<>();
        try (Connection connection = TestServer.shared().bean(DataSource.class).getConnection()) {
            for (Map.Entry<String, String> statement : statements.entrySet()) {
                try {
                    prepare(connection, statement.getValue());
                } catch (SQLException e) {
                    broken.add(statement.getKey() + ": " + e.getMessage() + "\n" + statement.getValue());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aBrokenStatementIsFound() throws SQLException {
        try (Connection connection = TestServer.shared().bean(DataSource.class).getConnection()) {
            for (String sql :
                    List.of("select nothing from events", "select id from event", "update events set id = :id +")) {
                assertThatThrownBy(() -> prepare(connection, sql)).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void noStatementIsHiddenInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(INLINE.matcher(Files.readString(file)).find())
                        .as("%s has SQL that is no constant, which this test cannot see", file)
                        .isFalse();
            }
        }
    }

    private static void prepare(Connection connection, String sql) throws SQLException {
        String plain = NamedParameterUtils.substituteNamedParameters(
                NamedParameterUtils.parseSqlStatement(sql), new MapSqlParameterSource());
        try (var statement = connection.prepareStatement(plain)) {
            // The driver sends the statement for parsing only when it is asked about it.
            assertThat(statement.getParameterMetaData()).isNotNull();
        }
    }

    private static Map<String, String> statements() throws Exception {
        Map<String, String> statements = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name = CLASSES.relativize(file)
                        .toString()
                        .replaceFirst("\\.class$", "")
                        .replace('/', '.');
                if (!name.endsWith("package-info")) {
                    for (Field field : Class.forName(name).getDeclaredFields()) {
                        add(statements, field);
                    }
                }
            }
        }
        List<String> all = List.copyOf(statements.values());
        statements.values().removeIf(part -> all.stream().anyMatch(whole -> isPart(part, whole)));
        return statements;
    }

    private static boolean isPart(String part, String whole) {
        return whole.length() > part.length() && whole.contains(part.strip());
    }

    private static void add(Map<String, String> statements, Field field) throws IllegalAccessException {
        if (!Modifier.isStatic(field.getModifiers())
                || !List.of(String.class, Where.class).contains(field.getType())) {
            return;
        }
        field.setAccessible(true);
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        if (field.get(null) instanceof Where where) {
            statements.put(name, where.everything());
        } else if (field.get(null) instanceof String text
                && STATEMENT.matcher(text).matches()) {
            statements.put(name, text);
        }
    }
}
