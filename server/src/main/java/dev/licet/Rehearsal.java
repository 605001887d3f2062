package dev.licet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/** Plays the main job once against the fresh server itself, so that the JVM can record what a start needs; then the server ends. */
record Rehearsal(String address, String apiKey) {
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    static boolean wanted() {
        return Boolean.getBoolean("licet.rehearsal");
    }

    /** Returns false, and says why on standard error, when a call was refused. */
    boolean run() {
        try (var client = HttpClient.newHttpClient()) {
            play(client);
            return true;
        } catch (IOException e) {
            System.err.println("rehearsal: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void play(HttpClient client) throws IOException, InterruptedException {
        post(client, "/v1/products", """
            {"code":"rehearsal","name":"Rehearsal","kind":"software"}""");
        post(client, "/v1/products/rehearsal/features", """
            {"code":"export","name":"Export","type":"switch"}""");
        post(client, "/v1/plans", """
            {"product":"rehearsal","code":"pro","name":"Pro","features":{"export":true},
             "policy":{"term":"P1Y","devices":2}}""");
        var issued = KEY.matcher(post(client, "/v1/licenses", "{\"plan\":\"pro\"}"));
        if (!issued.find()) {
            throw new IOException("the licence came without a key");
        }
        var use = """
            {"key":"%s","product":"rehearsal","device":{"fingerprint":"rehearsal-fingerprint"}}""".formatted(issued.group(1));
        post(client, "/v1/activations", use.replace("\"product\":\"rehearsal\",", ""));
        post(client, "/v1/licenses/validate", use);
        get(client, "/v1/licenses");
        get(client, "/readyz");
        get(client, "/.well-known/jwks.json");
    }

    private String post(HttpClient client, String path, String body) throws IOException, InterruptedException {
        return send(client, request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void get(HttpClient client, String path) throws IOException, InterruptedException {
        send(client, request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json");
    }

    private static String send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    response.uri().getPath() + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
