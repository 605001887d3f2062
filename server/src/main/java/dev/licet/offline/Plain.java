package dev.licet.offline;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are a file by themselves, for whoever asks for text. */
final class Plain {
    private Plain() {}

    static ResponseEntity<Object> answer(HttpServletRequest request, HttpStatus status, Object body, String text) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean plain = accept != null && accept.startsWith(MediaType.TEXT_PLAIN_VALUE);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return plain
                ? answer.contentType(MediaType.parseMediaType("text/plain;charset=us-ascii"))
                        .body(text)
                : answer.body(body);
    }
}
