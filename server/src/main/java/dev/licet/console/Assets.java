package dev.licet.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Style sheets and scripts, packed once and kept in memory; their address changes when their content does. */
@Component
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "tabler.min.css", "text/css;charset=utf-8",
            "console.css", "text/css;charset=utf-8",
            "htmx.min.js", "text/javascript;charset=utf-8",
            "console.js", "text/javascript;charset=utf-8",
            "theme.js", "text/javascript;charset=utf-8",
            "icons.svg", "image/svg+xml",
            "logo.svg", "image/svg+xml");

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        TYPES.forEach((name, type) -> assets.put(name, Asset.read(name, type)));
    }

    /** @param hash of the content, as it stands in the address */
    @SuppressWarnings("ArrayRecordComponent") // Sent as they are, never compared.
    record Asset(String type, String hash, byte[] plain, byte[] packed) {

        static Asset read(String name, String type) {
            try {
                byte[] plain = new ClassPathResource("console/" + name).getContentAsByteArray();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
                var packed = new ByteArrayOutputStream();
                try (var gzip = new GZIPOutputStream(packed)) {
                    gzip.write(plain);
                }
                return new Asset(type, HexFormat.of().formatHex(digest, 0, 8), plain, packed.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Where browsers load it. */
    String address(String name) {
        return "/console/assets/"
                + Objects.requireNonNull(assets.get(name), name).hash() + "/" + name;
    }

    /** Empty when there is none of that name and content. */
    Optional<Asset> find(String hash, String name) {
        return Optional.ofNullable(assets.get(name))
                .filter(asset -> asset.hash().equals(hash));
    }
}
