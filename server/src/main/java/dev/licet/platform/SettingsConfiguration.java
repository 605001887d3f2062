package dev.licet.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the settings once, before anything that needs them. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsConfiguration.class);

    @Bean
    Settings settings(Environment environment) {
        Settings settings = SettingsReader.read(environment::getProperty);
        if (settings.sandbox()) {
            LOG.warn(
                    "Sandbox mode: the clock can be moved and weak secrets are taken. Never issue real licences here.");
        }
        return settings;
    }
}
