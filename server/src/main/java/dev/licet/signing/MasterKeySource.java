package dev.licet.signing;

import dev.licet.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the master key comes from: the environment, or else the file in the data directory, made at the first start. */
@Configuration(proxyBeanMethods = false)
class MasterKeySource {

    @Bean
    MasterKeyFile masterKeyFile(Settings settings) {
        return new MasterKeyFile(settings.data());
    }

    @Bean
    MasterKey masterKey(Settings settings, MasterKeyFile file) {
        String given = settings.masterKey();
        return given != null ? new MasterKey(given, "LICET_MASTER_KEY", false) : file.readOrMake();
    }

    @Bean
    Ed25519 ed25519() {
        return Ed25519.fastest();
    }
}
