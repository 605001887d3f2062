package dev.licet.console;

import dev.licet.platform.ErrorPages;
import dev.licet.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Problems as pages that help on; whoever is not signed in is led to where one does. */
@Component
final class ConsoleErrors implements ErrorPages {
    private final Screens screens;

    ConsoleErrors(Screens screens) {
        this.screens = screens;
    }

    @Override
    public boolean write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (!path.equals("/console") && !path.startsWith("/console/")) {
            return false;
        }
        if (problem.status() == 401) {
            signIn(request, response);
            return true;
        }
        HttpStatus status = HttpStatus.valueOf(problem.status());
        ResponseEntity<String> page =
                screens.show(status, request, "error", Map.of("problem", problem, "requestId", requestId(response)));
        page.getHeaders().forEach((name, values) -> values.forEach(value -> put(response, name, value)));
        byte[] body = String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return true;
    }

    /** A part of a page that htmx fetches cannot be a sign-in form: the whole page goes there. */
    private static void signIn(HttpServletRequest request, HttpServletResponse response) {
        boolean part = "true".equals(request.getHeader("HX-Request"));
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String back = request.getMethod().equals("GET") && !part ? request.getRequestURI() + query : "/console";
        String to = "/console/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        if (part) {
            response.setStatus(401);
            response.setHeader("HX-Redirect", to);
        } else {
            response.setStatus(303);
            response.setHeader("Location", to);
        }
    }

    private static String requestId(HttpServletResponse response) {
        return String.valueOf(response.getHeader("X-Request-Id"));
    }

    private static void put(HttpServletResponse response, String name, String value) {
        if (name.equalsIgnoreCase("Set-Cookie")) {
            response.addHeader(name, value);
        } else {
            response.setHeader(name, value);
        }
    }
}
