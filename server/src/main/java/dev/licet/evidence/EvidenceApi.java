package dev.licet.evidence;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Evidence", description = "What shows that the record was not changed afterwards")
class EvidenceApi {
    private static final MediaType ZIP = new MediaType("application", "zip");

    private final EvidenceBundles bundles;

    EvidenceApi(EvidenceBundles bundles) {
        this.bundles = bundles;
    }

    @GetMapping("/v1/licenses/{license}/evidence")
    @Allow("licenses:read")
    @Operation(
            summary = "Get all that is on record about a license, as evidence",
            description = "A ZIP archive with a signed manifest, verified without this server; its README says how.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> evidence(Caller by, @PathVariable String license) {
        byte[] zip = bundles.make(by, license);
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evidence-" + TypeId.parse(license) + ".zip\"")
                .body(zip);
    }
}
