package dev.licet.platform.http;

import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** {@code ?limit=&after=} as {@link Paging}. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(limit(request.getParameter("limit")), after(request.getParameter("after")));
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return Paging.DEFAULT;
        }
        int limit = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > Paging.MAX) {
            throw Problem.invalid("limit", "must be a whole number, 1 to " + Paging.MAX);
        }
        return limit;
    }

    private static @Nullable UUID after(@Nullable String given) {
        try {
            return given == null ? null : Page.after(given);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("after", "must be the \"next\" of an earlier page");
        }
    }
}
