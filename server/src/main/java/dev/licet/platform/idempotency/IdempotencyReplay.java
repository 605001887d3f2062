package dev.licet.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers in the handler's place, last of the interceptors: whoever may not call any more learns no old answer. */
@Configuration(proxyBeanMethods = false)
class IdempotencyReplay implements HandlerInterceptor, WebMvcConfigurer {
    static final String ANSWER = KeptAnswer.class.getName();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getAttribute(ANSWER) instanceof KeptAnswer answer) {
            answer.replay(response);
            return false;
        }
        return true;
    }
}
