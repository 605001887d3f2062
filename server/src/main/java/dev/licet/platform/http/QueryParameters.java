package dev.licet.platform.http;

import dev.licet.platform.Caller;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.json.EnumNames;
import dev.licet.platform.json.Expected;
import dev.licet.platform.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query parameter that the handler does not know: a misspelt filter must not answer with everything. */
final class QueryParameters implements HandlerInterceptor {
    private final Map<HandlerMethod, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("dev.licet.")) {
            Map<String, Class<?>> parameters = known.computeIfAbsent(method, QueryParameters::parameters);
            request.getParameterMap().forEach((name, values) -> check(name, values, parameters));
        }
        return true;
    }

    private static void check(String name, String[] values, Map<String, Class<?>> known) {
        Class<?> type = known.get(name);
        if (type == null) {
            String mend = known.isEmpty() ? "none is" : "known are " + String.join(", ", known.keySet());
            throw Problem.invalid(Texts.storable(name) ? name : "", "is not a known parameter; " + mend);
        }
        if (values.length > 1) {
            throw Problem.invalid(name, "is given more than once");
        }
        if (!Texts.storable(values[0])) {
            throw Problem.invalid(name, "has " + Texts.UNSTORABLE);
        }
        // Spring would take the name of the constant as well.
        if (type.isEnum() && Stream.of(type.getEnumConstants()).noneMatch(c -> isNamed((Enum<?>) c, values[0]))) {
            throw Problem.invalid(name, "must be " + Expected.of(type));
        }
    }

    private static boolean isFilters(MethodParameter parameter) {
        return parameter.getParameterType().isRecord()
                && parameter.getParameterType() != Caller.class
                && parameter.getParameterAnnotations().length == 0;
    }

    private static boolean isNamed(Enum<?> constant, String text) {
        return EnumNames.camel(constant.name()).equals(text);
    }

    /** What the handler reads from the query: single parameters, a page, or a record of filters. */
    private static Map<String, Class<?>> parameters(HandlerMethod method) {
        Map<String, Class<?>> parameters = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.getParameterType() == Paging.class) {
                parameters.putAll(Map.of("limit", int.class, "after", String.class));
            } else if (named != null) {
                String name = named.name().isEmpty() ? parameter.getParameter().getName() : named.name();
                parameters.put(name, parameter.getParameterType());
            } else if (isFilters(parameter)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    parameters.put(component.getName(), component.getType());
                }
            }
        }
        return parameters;
    }
}
