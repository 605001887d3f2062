package dev.licet.platform.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** What is not exactly right is refused, so that a mistake is found where it is made and not a year later. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
    static final int DEPTH = 32;

    @Bean
    JsonFactoryBuilderCustomizer strictFactory() {
        return factory -> factory.streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    JsonMapperBuilderCustomizer strictMapper() {
        return JsonConfiguration::strict;
    }

    static void strict(JsonMapper.Builder json) {
        json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .annotationIntrospector(new EnumNames())
                .addModule(new LicetTypes());
        noCoercion(json);
        for (Class<?> list : List.of(List.class, Set.class)) {
            json.withConfigOverride(list, c -> c.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
        }
    }

    private static void noCoercion(JsonMapper.Builder json) {
        json.withCoercionConfig(LogicalType.Textual, text -> {
            for (var shape :
                    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                text.setCoercion(shape, CoercionAction.Fail);
            }
        });
        json.withCoercionConfigDefaults(any -> {
            any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
            any.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        });
    }
}
