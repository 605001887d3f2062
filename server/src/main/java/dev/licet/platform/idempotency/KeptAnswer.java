package dev.licet.platform.idempotency;

import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The answer to an earlier attempt with the key; {@code same} when it was this very request. */
@SuppressWarnings("ArrayRecordComponent")
record KeptAnswer(boolean same, int status, Map<String, String> headers, byte[] body) {

    void replay(HttpServletResponse response) throws IOException {
        if (!same) {
            throw Problem.of(
                    422,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another request. Take a new key for a new request.");
        }
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
