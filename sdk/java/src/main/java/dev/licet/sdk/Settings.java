package dev.licet.sdk;

import dev.licet.core.device.Device;
import dev.licet.core.token.SignatureVerifier;
import dev.licet.core.version.Version;
import dev.licet.sdk.device.Fingerprint;
import dev.licet.sdk.http.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All that a client was built with.
 *
 * @param server null for a program that never reaches one
 * @param keys those that were shipped with the program, by id
 * @param roots that vouch for other keys, by id
 * @param algorithms by which a licence file has to be signed
 * @param demandsRevocations whether a licence file counts only with a list of what was taken back
 */
record Settings(
        @Nullable URI server,
        String product,
        @Nullable Version version,
        @Nullable Instant releasedAt,
        @Nullable String user,
        @Nullable String licenseKey,
        @Nullable String deviceName,
        Fingerprint fingerprint,
        Map<String, SignatureVerifier> keys,
        Map<String, SignatureVerifier> roots,
        Set<String> algorithms,
        boolean demandsRevocations,
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
