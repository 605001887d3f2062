package dev.licet.platform.http;

import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query parameter that the handler does not know: a misspelt filter must not answer with everything. */
final class QueryParameters implements HandlerInterceptor {
    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.licet.")) {
            Set<String> names = known.computeIfAbsent(method, QueryParameters::names);
            request.getParameterMap().forEach((name, values) -> check(name, values, names));
        }
        return true;
    }

    private static void check(String name, String[] values, Set<String> names) {
        if (!names.contains(name)) {
            throw Problem.invalid(
                    Texts.storable(name) ? name : "",
                    names.isEmpty()
                            ? "is not a known parameter; none is"
                            : "is not a known parameter; known are " + String.join(", ", names));
        }
        if (!Arrays.stream(values).allMatch(Texts::storable)) {
            throw Problem.invalid(name, "has " + Texts.UNSTORABLE);
        }
        if (values.length > 1) {
            throw Problem.invalid(name, "is given more than once");
        }
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                names.addAll(Set.of("limit", "after"));
            }
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(
                        named.name().isEmpty()
                                ? String.valueOf(parameter.getParameter().getName())
                                : named.name());
            }
        }
        return names;
    }
}
