package dev.licet.platform.http;

import dev.licet.platform.Caller;
import dev.licet.platform.LoggedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything else: names the request, sets the standard headers, turns what was thrown into a problem, logs one line. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Envelope extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger("dev.licet.access");
    private static final Set<String> PROBES = Set.of("/livez", "/readyz", "/metrics");

    private final ProblemWriter problems;
    private final StandardHeaders headers;

    Envelope(ProblemWriter problems, StandardHeaders headers) {
        this.problems = problems;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        MDC.put("requestId", RequestId.of(request));
        try {
            headers.apply(request, response);
            pass(request, new Answering(request, response, problems), chain);
            log(request, response.getStatus(), (System.nanoTime() - start) / 1_000_000);
        } finally {
            MDC.remove("requestId");
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            problems.write(e.getRootCause() == null ? e : e.getRootCause(), request, response);
        } catch (IOException | RuntimeException e) {
            problems.write(e, request, response);
        }
    }

    private static void log(HttpServletRequest request, int status, long millis) {
        String path = LoggedPath.of(request);
        String actor = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller ? caller.actor() : "-";
        LOG.atLevel(PROBES.contains(path) ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("ms", millis)
                .addKeyValue("actor", actor)
                .log("{} {} {} {} ms {}", request.getMethod(), path, status, millis, actor);
    }
}
