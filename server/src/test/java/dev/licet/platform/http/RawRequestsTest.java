package dev.licet.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no HTTP client sends, byte by byte. */
class RawRequestsTest {
    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String JSON = HOST + "Content-Type: application/json\r\n";

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", TestServer.shared().url().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static void refused(String answer) {
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).doesNotContainIgnoringCase("tomcat", "apache", "exception", "\tat ", "java.", "<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /a b HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /v1/products/%2e%2e%2f HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /v1/products/a%2fb HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /v1/products/a%5cb HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /v1/products/a;b=c HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /v1/products/%ff%fe HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /probe/list?limit=%zz HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /probe/list?kind=%ff HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /probe/list?%00=1 HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /<script> HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /probe/list HTTP/1.1\r\n\r\n",
                "GET /probe/list HTTP/1.1\r\nBad Header: x\r\n" + HOST + "\r\n",
                "BREW /probe/list HTTP/1.1\r\n" + HOST + "\r\n",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: -1\r\n\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: nine\r\n\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: 20\r\n\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: 1\r\n\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                "POST /probe/everything HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "POST /probe/everything HTTP/1.1\r\n" + HOST + "Content-Type: ;;;\r\nContent-Length: 2\r\n\r\n{}"
            })
    void isRefusedWithoutTellingAnything(String request) throws IOException {
        refused(send(request));
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        refused(send("GET /probe/list HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(20_000) + "\r\n\r\n"));
        refused(send("GET /probe/list?limit=" + "1".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    @Test
    void aChunkedBodyThatIsTooLargeIs413() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        String answer = send("POST /probe/everything HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(20) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("BODY_TOO_LARGE");
    }

    @Test
    void aContentLengthThatIsTooLargeIs413() throws IOException {
        String answer = send("POST /probe/everything HTTP/1.1\r\n" + JSON + "Content-Length: 9000000000\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("BODY_TOO_LARGE");
    }

    @Test
    void whatTomcatRefusesIsAProblemToo() throws IOException {
        String answer = send("GET /%zz HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "X-Request-Id", "BAD_REQUEST");
    }
}
