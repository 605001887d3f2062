package dev.licet.access;

import dev.licet.platform.Allow;
import dev.licet.platform.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What each handler asks of its caller; closed by default. */
final class Doors {
    /** Below it are the screens, where a session counts and an API key does not; everywhere else it is the other way round. */
    static final String CONSOLE = "/console";

    private Doors() {}

    /** The scope without which the handler must not be called. Neither a scope nor open: nobody may. */
    static Optional<String> scope(Object handler) {
        return handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Allow.class)).map(Allow::value)
                : Optional.empty();
    }

    static boolean isOpen(Object handler) {
        return switch (handler) {
            case ResourceHttpRequestHandler files -> true;
            case HandlerMethod method -> method.hasMethodAnnotation(Public.class) || isForeign(method);
            default -> false;
        };
    }

    /** By the pattern that was found for the request, not by what the request calls itself. */
    static boolean isConsole(HttpServletRequest request) {
        String pattern = pattern(request);
        return pattern.equals(CONSOLE) || pattern.startsWith(CONSOLE + "/");
    }

    static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** What libraries bring along: the description of the API, and Spring's answer to OPTIONS. */
    private static boolean isForeign(HandlerMethod method) {
        String from = method.getBeanType().getPackageName();
        return from.startsWith("org.springdoc") || from.startsWith("org.springframework.web.servlet");
    }
}
