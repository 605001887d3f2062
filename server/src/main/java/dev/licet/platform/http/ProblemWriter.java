package dev.licet.platform.http;

import dev.licet.platform.ErrorPages;
import dev.licet.platform.LoggedPath;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place where an error becomes an answer. */
@Component
final class ProblemWriter {
    static final String TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;
    private final StandardHeaders headers;
    private final ObjectProvider<ErrorPages> pages;

    ProblemWriter(JsonMapper json, StandardHeaders headers, ObjectProvider<ErrorPages> pages) {
        this.json = json;
        this.headers = headers;
        this.pages = pages;
    }

    void write(Throwable e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problems.of(e);
        if (problem.status() == 500 || e instanceof DataAccessException) {
            LOG.error("{} {} failed", request.getMethod(), LoggedPath.of(request), e);
        }
        write(problem, request, response);
    }

    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        headers.apply(request, response);
        problem.headers().forEach(response::setHeader);
        response.setStatus(problem.status());
        for (ErrorPages each : pages) {
            if (each.write(problem, request, response)) {
                return;
            }
        }
        response.setContentType(TYPE);
        byte[] body = json.writeValueAsBytes(problem.document(RequestId.of(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
