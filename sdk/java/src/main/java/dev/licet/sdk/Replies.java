package dev.licet.sdk;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import dev.licet.sdk.http.Response;
import java.net.URI;
import java.util.Optional;

/** Turns what came over HTTP into answers and exceptions. */
final class Replies {

    private Replies() {}

    static Optional<Answer> object(Response response) {
        try {
            return Optional.of(new Answer(Json.parseObject(response.body())));
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }

    /** What an answer that is no success means: a problem document (RFC 9457) with a code, or something in between. */
    static LicetException failure(URI server, Response response) {
        Optional<Answer> problem =
                object(response).filter(answer -> answer.text("code").isPresent());
        return problem.<LicetException>map(Replies::refused).orElseGet(() -> foreign(server, response));
    }

    static LicetException.Unreachable foreign(URI server, Response response) {
        String why = response.header("Location")
                .filter(to -> response.status() / 100 == 3)
                .map(to -> "It sends on to " + to + ", which is not followed: give that address if it is right.")
                .orElse("Something else answers there, such as a proxy or a hotel's sign-in page.");
        return new LicetException.Unreachable(
                "What came from " + server + " (" + response + ") is not from a Licet server. " + why);
    }

    private static LicetException.Refused refused(Answer problem) {
        String detail = problem.text("detail").or(() -> problem.text("title")).orElse("The server refused.");
        StringBuilder all = new StringBuilder(detail);
        for (Answer error : problem.objects("errors")) {
            all.append(' ').append(error.text("pointer").orElse("")).append(": ");
            all.append(error.text("detail").orElse(""));
        }
        return new LicetException.Refused(
                problem.text("code").orElse("UNKNOWN"),
                all.toString(),
                problem.objects("devices").stream().map(Replies::place).toList(),
                problem.integer("inUse")
                        .flatMap(inUse -> problem.integer("limit").map(limit -> new Seats(inUse, limit))),
                problem.text("requestId"));
    }

    private static HeldPlace place(Answer device) {
        return new HeldPlace(
                device.text("id").orElse(""),
                device.text("name"),
                device.text("platform"),
                device.text("lastSeenAt").or(() -> device.text("seenAt")));
    }
}
