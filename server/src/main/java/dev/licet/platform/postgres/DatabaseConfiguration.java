package dev.licet.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.licet.platform.Settings;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection pool is made after the database and closed before it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Few, since two cores serve few at once; each costs PostgreSQL a process. */
    private static final int CONNECTIONS = 20;

    @Bean
    Database database(Settings settings) {
        // Told to end while PostgreSQL starts, nothing has taken hold of it yet.
        SpringApplication.getShutdownHandlers().add(EmbeddedPostgres::closeAll);
        return Database.of(settings);
    }

    @Bean
    HikariDataSource dataSource(Database database) {
        var pool = new HikariDataSource();
        pool.setPoolName("licet");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.addDataSourceProperty("ApplicationName", "licet");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // Its details quote rows, and what is in a row does not belong into the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
