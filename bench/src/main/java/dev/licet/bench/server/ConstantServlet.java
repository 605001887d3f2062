package dev.licet.bench.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The least that a program's question can cost: its JSON is parsed, and a constant answered. */
class ConstantServlet extends HttpServlet {
    private static final byte[] ANSWER = "{\"valid\":true}".getBytes(StandardCharsets.US_ASCII);

    private final transient JsonMapper json = new JsonMapper();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (json.readTree(request.getInputStream().readAllBytes()).get("key") == null) {
            throw new IOException("The question has no key");
        }
        answer(response, ANSWER);
    }

    static void answer(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] yes() {
        return ANSWER.clone();
    }
}
