package dev.licet.sdk;

import dev.licet.core.device.Device;
import dev.licet.core.version.Version;
import dev.licet.sdk.device.Fingerprint;
import dev.licet.sdk.http.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that a client was built with. */
record Settings(
        URI server,
        String product,
        @Nullable Version version,
        @Nullable String user,
        @Nullable String licenseKey,
        @Nullable String deviceName,
        Fingerprint fingerprint,
        Map<String, PublicKey> keys,
        Path store,
        Transport transport,
        InstantSource clock,
        Sleeper sleeper,
        RandomGenerator random,
        Duration timeout,
        Duration patience,
        Duration heartbeat,
        long usageSpool,
        List<ChangeListener> listeners) {

    Device device() {
        return new Device(fingerprint.value(), fingerprint.components());
    }
}
