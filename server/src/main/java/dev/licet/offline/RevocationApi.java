package dev.licet.offline;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.Product;
import dev.licet.platform.Checks;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "License files")
class RevocationApi {
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Catalog catalog;
    private final Revocations revocations;

    RevocationApi(Catalog catalog, Revocations revocations) {
        this.catalog = catalog;
        this.revocations = revocations;
    }

    @Public
    @GetMapping(path = "/v1/revocations", produces = "application/jose")
    @Operation(
            summary = "Read what of a product was taken back",
            description =
                    "A compact JWS of type license-revocations+jwt, good for a day: revoked and suspended licenses, and files"
                            + " that no longer count.")
    ResponseEntity<String> list(@RequestParam @Nullable String product) {
        new Checks().required("product", product).done();
        Product found = catalog.product(Objects.requireNonNull(product));
        String list = revocations.of(found.id(), found.code());
        return ResponseEntity.ok()
                .cacheControl(A_MINUTE)
                .eTag("\"" + digest(list) + "\"")
                .contentType(MediaType.parseMediaType("application/jose"))
                .body(list);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
