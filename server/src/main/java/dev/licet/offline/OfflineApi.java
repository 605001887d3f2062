package dev.licet.offline;

import dev.licet.licensing.OfflinePlaces;
import dev.licet.platform.Checks;
import dev.licet.platform.Public;
import dev.licet.signing.PublicKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is carried here from programs without a network proves by itself that it comes from whoever has the licence key. */
@RestController
@Tag(name = "Air gap", description = "What is carried from and to machines that never see a network")
class OfflineApi {
    private final AirGap airGap;
    private final UsageReports reports;
    private final PublicKeys keys;

    OfflineApi(AirGap airGap, UsageReports reports, PublicKeys keys) {
        this.airGap = airGap;
        this.reports = reports;
        this.keys = keys;
    }

    /** @param proof the text of it */
    @Schema(name = "OfflineDeactivationRequest")
    record Proof(@Nullable String proof) {
        String text() {
            new Checks().required("/proof", proof).done();
            return String.valueOf(proof);
        }
    }

    /** @param report the text of it */
    @Schema(name = "UsageReportRequest")
    record Report(@Nullable String report) {
        String text() {
            new Checks().required("/report", report).done();
            return String.valueOf(report);
        }
    }

    @PostMapping(path = "/v1/offline/activations", consumes = "application/json")
    @Public
    @Operation(
            summary = "Answer a request from a machine without a network",
            description =
                    "As JSON, or the request alone as text/plain. Takes a place, or finds the one the device has. With Accept:"
                            + " text/plain the answer is the license file and nothing else.")
    @ApiResponse(
            responseCode = "201",
            description = "It has a place now",
            content = @Content(schema = @Schema(implementation = OfflineActivation.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It had one already",
            content = @Content(schema = @Schema(implementation = OfflineActivation.class)))
    ResponseEntity<Object> activate(
            @RequestBody BroughtRequest body, HttpServletRequest request, HttpServletResponse response) {
        return answer(airGap.activate(body.text(), body, carrier(request, response)), request);
    }

    @PostMapping(path = "/v1/offline/activations", consumes = "text/plain")
    @Public
    @Operation(
            summary = "Answer a request from a machine without a network",
            description =
                    "As JSON, or the request alone as text/plain. Takes a place, or finds the one the device has. With Accept:"
                            + " text/plain the answer is the license file and nothing else.")
    ResponseEntity<Object> activateText(
            @RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        return answer(airGap.activate(body, BroughtRequest.of(body), carrier(request, response)), request);
    }

    @PostMapping("/v1/offline/deactivations")
    @Public
    @Operation(
            summary = "Free the place of a machine without a network",
            description = "By its proof, once; the same proof again changes nothing more.")
    GivenUp deactivate(@RequestBody Proof body, HttpServletRequest request, HttpServletResponse response) {
        return airGap.deactivate(body.text(), carrier(request, response));
    }

    @PostMapping("/v1/offline/usage")
    @Public
    @Operation(
            summary = "Count what a machine without a network has used",
            description = "Each event counts once by its id, however often its report is brought.")
    UsageReports.Receipt count(@RequestBody Report body, HttpServletResponse response) {
        return reports.count(body.text(), FilesApi.requestId(response));
    }

    private ResponseEntity<Object> answer(AirGap.Answered answered, HttpServletRequest request) {
        HttpStatus status = answered.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        OfflineActivation answer = OfflineActivation.of(answered, keys.statement());
        return Plain.answer(request, status, answer, answered.file().file());
    }

    private static OfflinePlaces.Carrier carrier(HttpServletRequest request, HttpServletResponse response) {
        return new OfflinePlaces.Carrier(FilesApi.requestId(response), request.getRemoteAddr());
    }
}
