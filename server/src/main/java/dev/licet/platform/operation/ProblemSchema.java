package dev.licet.platform.operation;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

/** The one shape of every error. */
final class ProblemSchema {
    private ProblemSchema() {}

    static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .description("What is wrong (RFC 9457). Some codes add members of their own.")
                .addProperty(
                        "type", new StringSchema().description("A URI of the kind of problem, made from the code."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What to do, for people."))
                .addProperty(
                        "code",
                        new StringSchema()
                                .description("UPPER_SNAKE, stable, for programs.")
                                .example("STALE"))
                .addProperty("requestId", new StringSchema().description("Stands in the server's log."))
                .addProperty(
                        "errors",
                        new ArraySchema().items(error()).description("The bad values, if that is what is wrong."));
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "requestId", "errors"));
        return problem;
    }

    static ApiResponse answer() {
        MediaType json = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description("An error")
                .content(new Content().addMediaType("application/problem+json", json));
    }

    private static Schema<?> error() {
        Schema<?> error = new ObjectSchema()
                .addProperty(
                        "pointer",
                        new StringSchema()
                                .description("A JSON pointer, or the name of a query parameter.")
                                .example("/policy/devices"))
                .addProperty("detail", new StringSchema());
        error.setRequired(List.of("pointer", "detail"));
        return error;
    }
}
