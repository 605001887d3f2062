package dev.licet.access;

import dev.licet.Licet;
import dev.licet.platform.Allow;
import dev.licet.platform.Public;
import dev.licet.testing.TestServer;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A method and a path that some handler answers, with what the handler says about its callers. */
record Route(String method, String path, HandlerMethod handler) {

    /** Whatever the dispatcher would call. */
    static Map<RequestMappingInfo, HandlerMethod> handlers(TestServer server) {
        Map<RequestMappingInfo, HandlerMethod> handlers = new HashMap<>();
        ApplicationContext context =
                Objects.requireNonNull(server.bean(DispatcherServlet.class).getWebApplicationContext());
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> handlers.putAll(mapping.getHandlerMethods()));
        return handlers;
    }

    /** Those of Licet's own handlers; not of the probes that tests bring along. */
    static List<Route> all(TestServer server) {
        return handlers(server).entrySet().stream()
                .filter(entry -> isLicets(entry.getValue().getBeanType()))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    Optional<String> scope() {
        return Optional.ofNullable(handler.getMethodAnnotation(Allow.class)).map(Allow::value);
    }

    boolean isConsole() {
        return path.equals("/console") || path.startsWith("/console/");
    }

    boolean isPublic() {
        return handler.hasMethodAnnotation(Public.class);
    }

    /** The path with something in place of its variables that no row has. */
    String anyPath() {
        return path.replaceAll("\\{[^}]+}", "nothing");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static boolean isLicets(Class<?> type) {
        return Objects.equals(origin(type), origin(Licet.class));
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static List<Route> routes(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Route(method, path, handler)))
                .toList();
    }
}
