package dev.licet.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the authentication before every other interceptor. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
    private final Authentication authentication;

    AccessConfiguration(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(authentication).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
