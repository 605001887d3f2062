package dev.licet.hostile;

import dev.licet.testing.TestServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One way into the server. */
record Route(String method, String pattern, HandlerMethod handler) {

    /** All of them but the tests' own; what takes things away comes last. */
    static List<Route> all(TestServer server) {
        List<Route> routes = new ArrayList<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().getName().startsWith("dev.licet.")) {
                        for (String pattern : info.getPatternValues()) {
                            for (RequestMethod method :
                                    info.getMethodsCondition().getMethods()) {
                                routes.add(new Route(method.name(), pattern, handler));
                            }
                        }
                    }
                });
        routes.removeIf(route -> route.pattern.startsWith("/probe"));
        routes.sort(Comparator.comparingInt(Route::order)
                .thenComparing(Route::pattern)
                .thenComparing(Route::method));
        return routes;
    }

    boolean takesBody() {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
    }

    boolean isScreen() {
        return pattern.equals("/console") || pattern.startsWith("/console/");
    }

    /** Names of the parts of the path that vary. */
    List<String> variables() {
        return java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(pattern)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private int order() {
        if (pattern.contains("sandbox")) {
            return 3;
        }
        return method.equals("DELETE") || pattern.endsWith("revocation") ? 2 : 1;
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
