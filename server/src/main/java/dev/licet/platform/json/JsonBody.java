package dev.licet.platform.json;

import dev.licet.core.json.FieldError;
import dev.licet.core.json.InvalidFields;
import dev.licet.platform.Checks;
import dev.licet.platform.Problem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what Jackson did not like about a document in the words of a problem. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * Runs what reads JSON.
     *
     * @throws Problem 400 when it is no JSON, 422 when it does not fit the type
     */
    public static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw problem(e);
        }
    }

    static Problem problem(JacksonException e) {
        String pointer = pointer(e);
        return switch (e.getCause()) {
            case InvalidFields invalid ->
                Problem.invalid(invalid.errors().stream()
                        .map(error -> new FieldError(pointer + error.pointer(), error.detail()))
                        .toList());
            case Problem problem -> problem;
            case IllegalArgumentException wrong
            when wrong.getMessage() != null && !(wrong instanceof NumberFormatException) ->
                Problem.invalid(pointer, wrong.getMessage());
            case null, default ->
                e instanceof StreamReadException && !(e instanceof InputCoercionException)
                        ? notJson(e)
                        : Problem.invalid(pointer, detail(e));
        };
    }

    static Problem notJson(JacksonException e) {
        var at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(400, "NOT_JSON", "The body is not JSON" + where + ": " + e.getOriginalMessage());
    }

    private static String detail(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not a known field" + known(unknown);
            case InvalidNullException ignored -> "must not be null";
            case InputCoercionException mismatch -> "must be " + Expected.of(mismatch.getTargetType());
            case MismatchedInputException mismatch -> "must be " + Expected.of(mismatch.getTargetType());
            default -> "is not acceptable";
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = unknown.getKnownPropertyIds();
        return ids == null || ids.isEmpty()
                ? ""
                : "; known are " + ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        return path.stream()
                .map(r -> "/" + (r.getPropertyName() == null ? r.getIndex() : Checks.escape(r.getPropertyName())))
                .collect(Collectors.joining());
    }
}
