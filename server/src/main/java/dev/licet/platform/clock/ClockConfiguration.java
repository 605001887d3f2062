package dev.licet.platform.clock;

import dev.licet.platform.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time comes to the microsecond, so that what is answered equals what PostgreSQL keeps. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {

    @Bean
    InstantSource clock(Settings settings, JdbcClient jdbc) {
        InstantSource real = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
        return settings.sandbox() ? new SandboxClock(real, jdbc) : real;
    }
}
