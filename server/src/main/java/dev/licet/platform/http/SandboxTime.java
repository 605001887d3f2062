package dev.licet.platform.http;

import dev.licet.platform.clock.SandboxClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** In sandbox mode, each request begins by looking at where the clock stands. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class SandboxTime extends OncePerRequestFilter {
    private final InstantSource time;

    SandboxTime(InstantSource time) {
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (time instanceof SandboxClock clock && request.getRequestURI().startsWith("/v1/")) {
            clock.refresh();
        }
        chain.doFilter(request, response);
    }
}
