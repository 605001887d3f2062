package dev.licet.platform.http;

import dev.licet.core.id.TypeId;
import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import dev.licet.platform.json.StrictBodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring MVC as we want it: JSON whatever Accept says, our arguments, our errors. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final StrictBodies bodies;
    private final ProblemWriter problems;

    WebConfiguration(StrictBodies bodies, ProblemWriter problems) {
        this.bodies = bodies;
        this.problems = problems;
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(request -> ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.clear();
            converters.add(new ByteArrayHttpMessageConverter());
            converters.add(new StringHttpMessageConverter(StandardCharsets.UTF_8));
            converters.add(new ResourceHttpMessageConverter(false));
            converters.add(bodies);
        });
    }

    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add((request, response, handler, e) -> {
            try {
                problems.write(e, request, response);
                return new ModelAndView();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
        resolvers.add(new CallerArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new QueryParameters()).order(Ordered.LOWEST_PRECEDENCE - 10);
    }

    @Override
    public void addFormatters(FormatterRegistry formatters) {
        formatters.addConverter(String.class, TypeId.class, TypeId::parse);
        formatters.addConverter(String.class, Span.class, Span::parse);
        formatters.addConverter(String.class, Instant.class, Instants::parse);
        formatters.addConverterFactory(new EnumParameters());
    }
}
