package dev.licet.platform.operation;

import dev.licet.platform.Public;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counters and timers in Prometheus' text format: requests, connection pool, virtual machine. */
@RestController
@Tag(name = "Operation", description = "For load balancers, supervisors and metrics")
class MetricsApi {
    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

    private final PrometheusMeterRegistry metrics;

    MetricsApi(PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
    }

    @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    @Public
    @Operation(summary = "Prometheus metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().contentType(PROMETHEUS).body(metrics.scrape());
    }
}
