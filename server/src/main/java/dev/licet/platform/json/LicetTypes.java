package dev.licet.platform.json;

import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Policy;
import dev.licet.core.time.Instants;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Our own types in JSON, and times to the microsecond, which is what PostgreSQL keeps. */
final class LicetTypes extends SimpleModule {

    LicetTypes() {
        text(TypeId.class, TypeId::parse, TypeId::toString);
        text(Span.class, Span::parse, Span::toString);
        text(
                Instant.class,
                Instants::parse,
                i -> i.truncatedTo(ChronoUnit.MICROS).toString());
        addDeserializer(Object.class, new PlainValue());
        addDeserializer(Policy.class, new ReadPolicy());
        addSerializer(new WritePolicy());
    }

    private <T> void text(Class<T> type, Function<String, T> parse, Function<T, String> write) {
        addDeserializer(type, new ReadText<>(type, parse));
        addSerializer(new WriteText<>(type, write));
    }

    private static final class ReadText<T> extends StdScalarDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> parse;

        ReadText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public @Nullable T deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                context.handleUnexpectedToken(type, in);
            }
            try {
                return parse.apply(in.getString());
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw context.weirdStringException(in.getString(), type, "must be " + Expected.of(type));
            }
        }
    }

    private static final class WriteText<T> extends StdSerializer<T> {
        private final Function<T, String> write;

        WriteText(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    private static final class ReadPolicy extends StdDeserializer<Policy> {
        private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

        ReadPolicy() {
            super(Policy.class);
        }

        @Override
        public Policy deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                context.handleUnexpectedToken(Policy.class, in);
            }
            return Policy.read(in.readValueAs(OBJECT));
        }
    }

    private static final class WritePolicy extends StdSerializer<Policy> {
        WritePolicy() {
            super(Policy.class);
        }

        @Override
        public void serialize(Policy policy, JsonGenerator out, SerializationContext context) {
            out.writePOJO(policy.toMap());
        }
    }
}
