package dev.licet.licensing;

import dev.licet.core.decision.Code;
import dev.licet.core.place.Countries;
import dev.licet.platform.Allow;
import dev.licet.platform.EventLog;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "License readings", description = "Devices, history and the log of validations")
class ReadingsApi {
    private final LicenseRecords licenses;
    private final DeviceStore devices;
    private final ValidationStore validations;
    private final EventLog events;
    private final InstantSource time;

    ReadingsApi(
            LicenseRecords licenses,
            DeviceStore devices,
            ValidationStore validations,
            EventLog events,
            InstantSource time) {
        this.licenses = licenses;
        this.devices = devices;
        this.validations = validations;
        this.events = events;
        this.time = time;
    }

    @GetMapping("/v1/licenses/{license}/devices")
    @Allow("licenses:read")
    @Operation(summary = "List the devices of a license", description = "active=false lists those that were released.")
    Page<DeviceView> devices(
            @PathVariable String license, @RequestParam(defaultValue = "true") boolean active, Paging paging) {
        UUID id = licenses.get(license).id();
        return Page.of(devices.list(id, active, time.instant(), paging), paging, DeviceRecord::id, DeviceView::of);
    }

    @GetMapping("/v1/licenses/{license}/history")
    @Allow("licenses:read")
    @Operation(summary = "List what happened to a license, newest first, with who did it and why")
    Page<EventLog.Event> history(@PathVariable String license, Paging paging) {
        return events.page(licenses.get(license).typeId(), null, null, paging);
    }

    @GetMapping("/v1/licenses/{license}/validations")
    @Allow("licenses:read")
    @Operation(summary = "List what programs asked about a license, and the answers")
    Page<LoggedValidation.View> validations(
            @PathVariable String license,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String country,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            Paging paging) {
        return page(new ValidationFilter(licenses.get(license).id(), code(code), country(country), from, to), paging);
    }

    @GetMapping("/v1/validations")
    @Allow("licenses:read")
    @Operation(summary = "List what programs asked, unknown keys included")
    Page<LoggedValidation.View> allValidations(
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String country,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            Paging paging) {
        return page(new ValidationFilter(null, code(code), country(country), from, to), paging);
    }

    private Page<LoggedValidation.View> page(ValidationFilter filter, Paging paging) {
        return Page.of(validations.list(filter, paging), paging, LoggedValidation::id, LoggedValidation::view);
    }

    private static @Nullable Code code(@Nullable String name) {
        try {
            return name == null ? null : Code.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("code", "must be a code that a validation answers, such as VALID or EXPIRED");
        }
    }

    private static @Nullable String country(@Nullable String code) {
        if (code != null && !Countries.exists(code)) {
            throw Problem.invalid("country", "must be a country code like DE (ISO 3166-1)");
        }
        return code;
    }
}
