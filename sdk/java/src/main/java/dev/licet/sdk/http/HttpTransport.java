package dev.licet.sdk.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The JDK's own HTTP client. It follows no redirects, takes answers of at most 1 MiB, uses the proxy that the JVM is set to,
 * and trusts the certificates that the JVM trusts.
 */
public final class HttpTransport implements Transport {

    private static final int LIMIT = 1 << 20;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client;

    public HttpTransport() {
        this(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }

    /**
     * Uses a client that you set up, with certificates of your own for example.
     *
     * @throws IllegalArgumentException when it follows redirects
     */
    public HttpTransport(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The client must not follow redirects: requests carry the licence key");
        }
        this.client = client;
    }

    /** The JDK's own timeout ends with the answer's head, so the whole exchange is bounded here. */
    @Override
    public Response send(Request request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(http(request), head -> new LimitedBody(LIMIT));
        try {
            return response(exchange.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IOException("No answer within " + request.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpRequest http(Request request) {
        String body = request.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).method(request.method(), publisher);
        request.headers().forEach(builder::header);
        return builder.timeout(request.timeout()).build();
    }

    private static Response response(HttpResponse<byte[]> answer) {
        Map<String, String> headers = answer.headers().map().entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        return new Response(answer.statusCode(), headers, new String(answer.body(), UTF_8));
    }
}
