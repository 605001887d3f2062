package dev.licet.platform.http;

import dev.licet.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the whole body in before anything is done with it, whatever Content-Length said about it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BodyLimit.class);
    static final int MAX = 1 << 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean large = LargeBody.isExpected(request);
        if (request.getContentLengthLong() > (large ? LargeBody.MAX : MAX)) {
            throw Problems.byStatus(413);
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body without Content-Encoding.");
        }
        checkType(request.getContentType());
        if (large) {
            chain.doFilter(new LargeBody(request), response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX + 1);
        if (body.length > MAX) {
            throw Problems.byStatus(413);
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private static void checkType(@Nullable String type) {
        try {
            if (type == null || MediaType.parseMediaType(type).isConcrete()) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            LOG.debug("Unreadable Content-Type", e);
        }
        throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must name one type, such as application/json.");
    }
}
