package dev.licet.platform.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Our enums are camelCase in JSON: {@code FIRST_VALIDATION} is {@code "firstValidation"}. Codes are text, not enums. */
public final class EnumNames extends JacksonAnnotationIntrospector implements EnumNamingStrategy {

    /** {@code FIRST_VALIDATION} as {@code firstValidation}. */
    public static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return name.toString();
    }

    @Override
    public @Nullable Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
        Object stated = super.findEnumNamingStrategy(config, type);
        return stated == null && type.getRawType().getName().startsWith("dev.licet.") ? this : stated;
    }

    @Override
    public String convertEnumToExternalName(MapperConfig<?> config, AnnotatedClass type, String constant) {
        return camel(constant);
    }
}
