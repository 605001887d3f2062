package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.licet.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A server for one licence over real HTTP, with real signatures, that tests can make say anything. */
final class FakeServer implements AutoCloseable {

    /** What arrived. */
    record Asked(String method, String path, Map<String, String> headers, Map<String, @Nullable Object> body) {
        @Nullable Object device(String member) {
            return body.get("device") instanceof Map<?, ?> device ? device.get(member) : null;
        }
    }

    /** What goes back. */
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply json(int status, Map<String, ? extends @Nullable Object> body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), Json.write(body));
        }
    }

    final FakeLicense license;
    final FakeSeats seats;
    final FakeUsage usage;
    final FakeOffice office;
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Reply> instead = new ArrayList<>();
    private UnaryOperator<Map<String, @Nullable Object>> forged = answer -> answer;
    private Function<Asked, @Nullable Reply> refusal = asked -> null;
    private HttpServer http;

    FakeServer(MovableClock clock) {
        license = new FakeLicense(clock);
        seats = new FakeSeats(license);
        usage = new FakeUsage();
        office = new FakeOffice(license);
        http = listen(0);
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The next answers, whatever is asked. */
    synchronized void answer(Reply... replies) {
        instead.addAll(List.of(replies));
    }

    /** Changes every answer from now on. */
    void forge(UnaryOperator<Map<String, @Nullable Object>> change) {
        forged = change;
    }

    /** What it gives an answer to is answered so from now on. */
    void refuse(Function<Asked, @Nullable Reply> answer) {
        refusal = answer;
    }

    void down() {
        http.stop(0);
    }

    void up() {
        http = listen(http.getAddress().getPort());
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private HttpServer listen(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", this::serve);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = read(exchange);
            asked.add(request);
            Reply reply = reply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(Asked request) {
        if (!instead.isEmpty()) {
            return instead.remove(0);
        }
        Reply no = refusal.apply(request);
        if (no != null) {
            return no;
        }
        if (request.path().startsWith("/v1/leases")) {
            return seats.reply(request);
        } else if (request.path().equals("/v1/usage")) {
            return usage.reply(request);
        } else if (request.path().equals("/.well-known/license-keys")) {
            return new Reply(200, Map.of("Content-Type", "application/jose"), office.statement());
        } else if (request.method().equals("DELETE")) {
            return new Reply(204, Map.of(), "");
        }
        return Reply.json(200, forged.apply(license.answer(request)));
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                text.isEmpty() ? Map.of() : Json.parseObject(text));
    }
}
