package dev.licet.platform.operation;

import dev.licet.platform.json.EnumNames;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our records as JSON has them: a member is there, or may be null, as its component says; constants are camelCase. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith("dev.licet.")) {
            Schema model = schema.get$ref() == null ? schema : defined(schema.get$ref(), context);
            if (model != null && model.getProperties() != null) {
                complete(raw, model);
            }
        }
        return schema;
    }

    /** Enum constants as JSON names them, unless they have names of their own. */
    static void nameConstants(@Nullable Schema schema) {
        if (schema != null && schema.getEnum() != null) {
            List<Object> names = new ArrayList<>();
            for (Object constant : schema.getEnum()) {
                boolean plain = constant instanceof String text && text.matches("[A-Z][A-Z0-9_]*");
                names.add(plain ? EnumNames.camel((String) constant) : constant);
            }
            schema.setEnum(names);
        }
    }

    private static @Nullable Schema defined(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.replaceFirst(".*/", ""));
    }

    private static void complete(Class<?> type, Schema model) {
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            nameConstants(property);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(property));
            } else {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    /** A changed copy, since other records share the schema of the type. */
    private static Schema nullable(Schema shared) {
        if (shared.get$ref() != null) {
            return new Schema().anyOf(List.of(shared, new Schema().types(Set.of("null"))));
        }
        Schema property = AnnotationsUtils.clone(shared, true);
        Set<String> types = new LinkedHashSet<>(Objects.requireNonNullElse(property.getTypes(), Set.of()));
        if (!types.isEmpty()) {
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
