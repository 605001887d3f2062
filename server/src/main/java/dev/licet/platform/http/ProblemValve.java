package dev.licet.platform.http;

import dev.licet.platform.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Requests that Tomcat itself refuses, such as a malformed address, before any of our filters sees them. */
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problems.byStatus(response.getStatus());
        String id = RequestId.of(request);
        response.setHeader(RequestId.HEADER, id);
        response.setContentType(ProblemWriter.TYPE);
        try {
            byte[] body = JSON.writeValueAsString(problem.document(id)).getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The caller left before it was told about status {}", response.getStatus(), e);
        }
    }
}
