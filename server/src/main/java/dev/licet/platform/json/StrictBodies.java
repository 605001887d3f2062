package dev.licet.platform.json;

import dev.licet.platform.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Request bodies as JSON, nothing else and nothing loose. */
@Component
public final class StrictBodies extends JacksonJsonHttpMessageConverter {
    private final DocumentScan scan;

    StrictBodies(JsonMapper json) {
        super(json);
        this.scan = new DocumentScan(json);
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json")));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        String text = scan.text(message.getBody().readAllBytes());
        JavaType java = getJavaType(type.getType(), null);
        @Nullable Object value = JsonBody.read(() -> defaultMapper.readValue(text, java));
        if (value == null) {
            throw Problem.invalid("", "must not be null");
        }
        return value;
    }
}
