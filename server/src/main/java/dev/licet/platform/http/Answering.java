package dev.licet.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** A response whose errors are problems whoever sends them, and whose standard headers a handler may replace. */
final class Answering extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final ProblemWriter problems;

    Answering(HttpServletRequest request, HttpServletResponse response, ProblemWriter problems) {
        super(response);
        this.request = request;
        this.problems = problems;
    }

    @Override
    public void sendError(int status) throws IOException {
        problems.write(Problems.byStatus(status), request, this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    @Override
    public void addHeader(String name, String value) {
        if (StandardHeaders.replaceable(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }
}
