package dev.licet.platform.http;

import dev.licet.platform.json.EnumNames;
import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Query parameters name enum constants as JSON does: {@code firstValidation}. */
@SuppressWarnings("rawtypes")
final class EnumParameters implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> EnumNames.camel(constant.name()).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not one of the constants of " + type.getSimpleName()));
    }
}
