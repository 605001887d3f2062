package dev.licet.platform.http;

import dev.licet.platform.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everything after it see where a request really came from, as its remote address. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallerAddress extends OncePerRequestFilter {
    private final ForwardedAddress addresses;

    CallerAddress(Settings settings) {
        addresses = new ForwardedAddress(settings.proxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = addresses.proxies().header();
        String address = addresses.of(request.getRemoteAddr(), Collections.list(request.getHeaders(header)));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return address;
                    }
                },
                response);
    }
}
