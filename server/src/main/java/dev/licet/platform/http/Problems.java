package dev.licet.platform.http;

import dev.licet.core.json.InvalidFields;
import dev.licet.platform.Problem;
import dev.licet.platform.json.Expected;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every exception as the problem that the caller reads; 500 only for what is broken in the server. */
final class Problems {
    private Problems() {}

    static Problem of(Throwable e) {
        return switch (e) {
            case Problem problem -> problem;
            case InvalidFields invalid -> Problem.invalid(invalid.errors());
            case HttpMessageNotReadableException ignored -> unreadable();
            case HttpMediaTypeNotSupportedException wrong -> contentType(wrong);
            case HttpRequestMethodNotSupportedException wrong -> method(wrong);
            case MissingServletRequestParameterException missing ->
                Problem.invalid(missing.getParameterName(), "is required");
            case MissingRequestHeaderException missing ->
                Problem.of(400, "BAD_HEADER", "The header " + missing.getHeaderName() + " is required.");
            case MethodArgumentTypeMismatchException mismatch -> argument(mismatch);
            case BindException mismatch -> binding(mismatch);
            case InvalidParameterException invalid -> byStatus(invalid.getErrorCode());
            case ErrorResponse response -> byStatus(response.getStatusCode().value());
            case DataAccessException data -> DatabaseProblems.of(data);
            case TransactionException transaction -> DatabaseProblems.of(transaction);
            case IOException ignored -> Problem.of(400, "BAD_REQUEST", "The request could not be read to its end.");
            default -> byStatus(500);
        };
    }

    /** A problem of which nothing more is known than its status. */
    static Problem byStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
            case 413 -> Problem.of(413, "BODY_TOO_LARGE", "The body is larger than 1 MiB.");
            case 414, 431 -> Problem.of(status, "REQUEST_TOO_LARGE", "The address or the headers are too long.");
            case 500 ->
                Problem.of(500, "INTERNAL", "Something in the server is broken. Its log has this request's id.");
            default -> other(status);
        };
    }

    private static Problem other(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || !known.isError()) {
            return byStatus(500);
        }
        String code = known == HttpStatus.BAD_REQUEST ? "BAD_REQUEST" : known.name();
        return Problem.of(
                status, code, known == HttpStatus.BAD_REQUEST ? "The request is malformed." : sentence(known));
    }

    private static String sentence(HttpStatus status) {
        return status.getReasonPhrase().charAt(0)
                + status.getReasonPhrase().substring(1).toLowerCase(Locale.ROOT) + ".";
    }

    private static Problem unreadable() {
        return Problem.of(400, "NOT_JSON", "The body is empty: send a JSON document.");
    }

    private static Problem contentType(HttpMediaTypeNotSupportedException wrong) {
        String accepted = wrong.getSupportedMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype())
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(" or "));
        String mend = accepted.isEmpty() ? "application/json" : accepted;
        return Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body with Content-Type: " + mend + ".");
    }

    private static Problem method(HttpRequestMethodNotSupportedException wrong) {
        @Nullable String[] supported = wrong.getSupportedMethods();
        String allowed = supported == null ? "" : String.join(", ", supported);
        return Problem.of(405, "METHOD_NOT_ALLOWED", "This address takes " + allowed + ".")
                .header("Allow", allowed);
    }

    private static Problem binding(BindException mismatch) {
        return Problem.invalid(mismatch.getFieldErrors().stream()
                .map(FieldError::getField)
                .map(field -> new dev.licet.core.json.FieldError(
                        field, "must be " + Expected.of(mismatch.getFieldType(field))))
                .toList());
    }

    private static Problem argument(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return byStatus(404);
        }
        if (mismatch.getParameter().hasParameterAnnotation(RequestHeader.class)) {
            return Problem.of(400, "BAD_HEADER", "The header " + mismatch.getName() + " cannot be understood.");
        }
        return Problem.invalid(mismatch.getName(), "must be " + Expected.of(mismatch.getRequiredType()));
    }
}
