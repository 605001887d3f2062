package dev.licet.sdk.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void carriesMethodHeadersAndBodyBothWays() throws Exception {
        serve(exchange -> {
            String asked = exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("X-Try") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            answer(exchange, 409, asked);
        });
        Response response = send(Duration.ofSeconds(5));
        assertThat(response.status()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("POST 1 {\"é\":1}");
        assertThat(response.header("retry-after")).contains("7");
    }

    @Test
    void followsNoRedirect() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://elsewhere.invalid/");
            answer(exchange, 307, "");
        });
        assertThat(send(Duration.ofSeconds(5)).status()).isEqualTo(307);
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        assertThatThrownBy(() -> new HttpTransport(follows)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsABodyThatStalls() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
        assertThatThrownBy(() -> send(Duration.ofMillis(300)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("300 ms");
    }

    @Test
    void boundsABodyThatNeverEnds() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[1 << 16];
            for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(some);
            }
        });
        assertThatThrownBy(() -> send(Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void saysWhenNobodyIsThere() {
        server.stop(0);
        assertThatThrownBy(() -> send(Duration.ofSeconds(5))).isInstanceOf(IOException.class);
    }

    @Test
    void neverPrintsKeysOrTokens() {
        Request request = new Request(
                "POST", URI.create("http://x/"), Map.of("Authorization", "License SECRET"), "SECRET", Duration.ZERO);
        assertThat(request.toString()).doesNotContain("SECRET");
        assertThat(new Response(200, Map.of(), "SECRET").toString()).doesNotContain("SECRET");
    }

    private Response send(Duration timeout) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new HttpTransport().send(new Request("POST", uri, Map.of("X-Try", "1"), "{\"é\":1}", timeout));
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
