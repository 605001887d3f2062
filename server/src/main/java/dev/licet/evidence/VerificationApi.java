package dev.licet.evidence;

import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import dev.licet.platform.Public;
import dev.licet.platform.Settings;
import dev.licet.platform.Templates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open to anybody who has the number of a certificate, as a page and as JSON. */
@RestController
@Tag(name = "Certificates", description = "What proves a license to anybody, without the server or by asking it")
class VerificationApi {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private final Verifications verifications;
    private final Templates templates;
    private final String issuer;

    VerificationApi(Verifications verifications, Templates templates, Settings settings) {
        this.verifications = verifications;
        this.templates = templates;
        this.issuer = settings.publicUrl().toString();
    }

    @GetMapping("/v1/certificates/{number}")
    @Public
    @Operation(
            summary = "Say whether a certificate is good",
            description = "For anybody. With the scope licenses:read it also says who the copy was made for.")
    Verification json(@PathVariable String number, HttpServletRequest request) {
        boolean staff = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller && caller.may("licenses:read");
        return switch (verifications.find(number, request.getRemoteAddr(), staff)) {
            case Verifications.Found.Known known -> known.verification();
            case Verifications.Found.Unknown unknown ->
                throw Problem.of(
                        404,
                        "NOT_FOUND",
                        unknown.typo()
                                ? "No certificate has this number. Check it for typing errors."
                                : "No certificate with this number was made here.");
            case Verifications.Found.Wait wait ->
                throw Problem.of(
                                429,
                                "TOO_MANY_REQUESTS",
                                "Too many unknown numbers came from your address. Wait a little.")
                        .header(HttpHeaders.RETRY_AFTER, seconds(wait));
        };
    }

    @GetMapping("/verify")
    @Public
    @Operation(summary = "The page to check a certificate on")
    ResponseEntity<String> page(@RequestParam @Nullable String number, HttpServletRequest request) {
        new Checks().text("number", number, 0, 5000).done();
        return number == null || number.isBlank()
                ? html(200, VerificationPage.empty(issuer)).build(templates)
                : result(number, request);
    }

    @GetMapping("/verify/{number}")
    @Public
    @Operation(summary = "The page that says whether a certificate is good")
    ResponseEntity<String> result(@PathVariable String number, HttpServletRequest request) {
        Answered answered = switch (verifications.find(number, request.getRemoteAddr(), false)) {
            case Verifications.Found.Known known -> html(200, VerificationPage.of(number, known.verification()));
            case Verifications.Found.Unknown unknown ->
                html(404, VerificationPage.unknown(issuer, number, unknown.typo()));
            case Verifications.Found.Wait wait ->
                html(429, VerificationPage.wait(issuer, number, wait.duration().toSeconds()))
                        .with(HttpHeaders.RETRY_AFTER, seconds(wait));
        };
        return answered.build(templates);
    }

    @GetMapping("/verify/style.css")
    @Public
    @Operation(summary = "The look of these pages")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .body(new ClassPathResource("pages/verify.css"));
    }

    private static String seconds(Verifications.Found.Wait wait) {
        return Long.toString(wait.duration().toSeconds());
    }

    private static Answered html(int status, VerificationPage page) {
        return new Answered(status, page, new HttpHeaders());
    }

    private record Answered(int status, VerificationPage page, HttpHeaders headers) {
        Answered with(String name, String value) {
            headers.add(name, value);
            return this;
        }

        ResponseEntity<String> build(Templates templates) {
            return ResponseEntity.status(status)
                    .headers(headers)
                    .contentType(HTML)
                    .header("Content-Security-Policy", POLICY)
                    .body(templates.render("evidence/verification", page));
        }
    }
}
