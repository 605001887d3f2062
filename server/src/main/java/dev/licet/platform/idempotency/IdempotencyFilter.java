package dev.licet.platform.idempotency;

import dev.licet.platform.http.BufferedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Claims the key, does the work and keeps the answer in one transaction, and sends the answer after the commit. So there is
 * never work without its answer, nor an answer without its work, whenever the server is killed. The work runs under a
 * savepoint: a refusal undoes what it did and is kept nevertheless. An attempt whose answer is known goes on to {@link
 * IdempotencyReplay}, after the caller has been authenticated.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class IdempotencyFilter extends OncePerRequestFilter {
    /** Answers that may be another at the next try. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 429);

    private static final Set<String> KEPT_HEADERS = Set.of("Location", "ETag", "Content-Type");

    private final IdempotencyStore store;
    private final InstantSource time;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    IdempotencyFilter(IdempotencyStore store, InstantSource time, PlatformTransactionManager transactions) {
        this.store = store;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(Attempt.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Attempt attempt = Attempt.of((BufferedRequest) request);
        var captured = new ContentCachingResponseWrapper(response);
        Optional<KeptAnswer> earlier = attempt(attempt, () -> chain.doFilter(request, captured), captured);
        if (earlier.isPresent()) {
            request.setAttribute(IdempotencyReplay.ANSWER, earlier.get());
            chain.doFilter(request, response);
        } else {
            captured.copyBodyToResponse();
        }
    }

    private Optional<KeptAnswer> attempt(Attempt attempt, Work work, ContentCachingResponseWrapper captured) {
        Optional<KeptAnswer> earlier = transaction.execute(status -> {
            if (!store.claim(attempt, time.instant())) {
                return store.find(attempt);
            }
            savepoint.executeWithoutResult(nested -> perform(work, captured, nested));
            keep(attempt, captured, status);
            return Optional.empty();
        });
        return earlier == null ? Optional.empty() : earlier;
    }

    private static void perform(Work work, ContentCachingResponseWrapper captured, TransactionStatus nested) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (captured.getStatus() >= 400) {
            nested.setRollbackOnly();
        }
    }

    private void keep(Attempt attempt, ContentCachingResponseWrapper captured, TransactionStatus status) {
        if (captured.getStatus() >= 500 || PASSING.contains(captured.getStatus())) {
            status.setRollbackOnly();
        } else {
            store.keep(attempt, captured.getStatus(), headers(captured), captured.getContentAsByteArray());
        }
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    /** The rest of the request. */
    private interface Work {
        void run() throws ServletException, IOException;
    }
}
