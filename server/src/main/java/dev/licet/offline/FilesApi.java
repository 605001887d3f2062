package dev.licet.offline;

import dev.licet.licensing.LicenseUse;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "License files", description = "Licenses as text, for machines that are rarely or never in touch")
class FilesApi {
    private final Files files;
    private final Traces traces;
    private final LicenseUse licenses;

    FilesApi(Files files, Traces traces, LicenseUse licenses) {
        this.files = files;
        this.traces = traces;
        this.licenses = licenses;
    }

    /** @param reason stands in the history */
    record Revocation(@Nullable String reason) {
        Revocation {
            new Checks().text("/reason", reason, 0, 500).done();
        }
    }

    /** @param file the text of it */
    record Find(@Nullable String file) {}

    @PostMapping("/v1/files")
    @Public
    @SecurityRequirement(name = "LicenseKey")
    @Operation(
            summary = "Take a license along as a file",
            description = "With Accept: text/plain the answer is the file and nothing else.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedFile.class)))
    ResponseEntity<Object> issue(
            @RequestBody FileRequest body, HttpServletRequest request, HttpServletResponse response) {
        FileOrder order = body.order();
        UUID license = licenses.byKey(body.key(), request);
        Caller by = LicenseUse.program(license, requestId(response));
        IssuedFile file = files.issue(by, license, order, null, request.getRemoteAddr());
        return Plain.answer(request, HttpStatus.CREATED, file, file.file());
    }

    @PostMapping("/v1/licenses/{license}/files")
    @Allow("licenses:write")
    @Operation(
            summary = "Give a license out as a file",
            description = "With Accept: text/plain the answer is the file and nothing else.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedFile.class)))
    ResponseEntity<Object> issueByStaff(
            Caller by, @PathVariable String license, @RequestBody FileRequest body, HttpServletRequest request) {
        new Checks()
                .that("/key", body.key() == null, "must not stand here: the path names the license")
                .done();
        IssuedFile file = files.issue(by, licenses.get(license).id(), body.order(), null, null);
        return Plain.answer(request, HttpStatus.CREATED, file, file.file());
    }

    @GetMapping("/v1/licenses/{license}/files")
    @Allow("licenses:read")
    @Operation(summary = "List the files of a license, newest first")
    Page<FileView> list(@PathVariable String license, Paging paging) {
        return traces.of(license, paging);
    }

    @GetMapping("/v1/files/{file}")
    @Allow("licenses:read")
    @Operation(summary = "Read whom a file was given to")
    FileView get(@PathVariable String file) {
        return traces.get(file);
    }

    @PostMapping("/v1/files/trace")
    @Allow("licenses:read")
    @Operation(
            summary = "Find whom a file was given to, by its text",
            description = "Also when it was altered, as long as the id in it can be read.")
    TraceView trace(@RequestBody Find body) {
        String text = body.file();
        new Checks().required("/file", text).done();
        return traces.trace(Objects.requireNonNull(text));
    }

    @PutMapping("/v1/files/{file}/revocation")
    @Allow("licenses:write")
    @Operation(
            summary = "Take a file back",
            description = "It is on the revocation list until its end; the license itself stays as it is.")
    FileView revoke(Caller by, @PathVariable String file, @RequestBody Revocation body) {
        return traces.revoke(by, file, body.reason());
    }

    static String requestId(HttpServletResponse response) {
        return Objects.requireNonNullElse(response.getHeader("X-Request-Id"), "-");
    }
}
