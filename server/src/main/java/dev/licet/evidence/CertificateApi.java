package dev.licet.evidence;

import dev.licet.licensing.LicenseRegister;
import dev.licet.platform.Allow;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/licenses/{license}")
@Tag(name = "Certificates", description = "What proves a license to anybody, without the server or by asking it")
class CertificateApi {
    private final Certificates certificates;
    private final CertificatePdf pdf;
    private final LicenseRegister licenses;

    CertificateApi(Certificates certificates, CertificatePdf pdf, LicenseRegister licenses) {
        this.certificates = certificates;
        this.pdf = pdf;
        this.licenses = licenses;
    }

    @GetMapping("/certificate")
    @Allow("licenses:read")
    @Operation(
            summary = "Get a certificate of a license, signed",
            description = "Each copy has a number of its own and is recorded, with who asked for it.")
    Certificate.View json(Caller by, @PathVariable String license, HttpServletRequest request) {
        return certificates
                .make(by, licenses.get(license), Certificate.Form.JSON, request.getRemoteAddr())
                .view();
    }

    @GetMapping("/certificate.pdf")
    @Allow("licenses:read")
    @Operation(
            summary = "Get a certificate of a license as a document",
            description = "With a QR code to check it, and the signed statement attached. Each copy is recorded.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(Caller by, @PathVariable String license, HttpServletRequest request) {
        Certificate made = certificates.make(by, licenses.get(license), Certificate.Form.PDF, request.getRemoteAddr());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate-" + made.number() + ".pdf\"")
                .body(pdf.print(made));
    }

    @GetMapping("/certificates")
    @Allow("licenses:read")
    @Operation(summary = "List the certificates of a license that were handed out, and to whom")
    Page<Certificate.Copy> list(@PathVariable String license, Paging paging) {
        return Page.of(certificates.list(license, paging), paging, Certificate::id, Certificate::copy);
    }
}
