package dev.licet.access;

import dev.licet.platform.Settings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The API key of the first start: chosen by LICET_API_KEY, or made here and told once to whoever starts the server. */
@Component
public final class FirstKey {
    private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

    private final Optional<String> value;

    FirstKey(ApiKeys keys, Settings settings) {
        String chosen = settings.apiKey();
        Optional<ApiKeys.Made> made = keys.makeFirst(chosen);
        this.value = chosen == null ? made.map(ApiKeys.Made::text) : Optional.empty();
        if (chosen != null && made.isEmpty() && keys.recognise(chosen).isEmpty()) {
            LOG.warn(
                    "LICET_API_KEY is not a working key of this server. It counts at the first start only: make keys by"
                            + " POST /v1/api-keys, or unset it.");
        }
    }

    /** The key that this start made, to be printed and never logged; empty when there was one or the operator chose it. */
    public Optional<String> value() {
        return value;
    }
}
