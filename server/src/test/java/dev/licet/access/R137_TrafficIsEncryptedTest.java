package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate the server speaks HTTPS only, and tells browsers to remember that. */
class R137_TrafficIsEncryptedTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    @Test
    void with_a_certificate_there_is_https_only() throws Exception {
        KeyStore store = selfSigned();
        Map<String, String> settings = Map.of(
                "LICET_TLS_CERTIFICATE",
                        pem("CERTIFICATE", store.getCertificate("licet").getEncoded()),
                "LICET_TLS_KEY",
                        pem("PRIVATE KEY", store.getKey("licet", PASSWORD).getEncoded()));
        try (var server = TestServer.start(settings);
                var client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
            HttpResponse<String> answer = get(client, server.url().resolve("/v1/api-keys"));

            assertThat(server.url().getScheme()).isEqualTo("https");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).matches("max-age=[0-9]{7,}.*"));
            URI plain = URI.create("http://localhost:" + server.url().getPort() + "/v1/api-keys");
            assertNothingIn(client, plain);
        }
    }

    /** Tomcat answers plain text on a TLS port with 400 and no content of ours, or hangs up. */
    private static void assertNothingIn(HttpClient client, URI plain) {
        try {
            assertThat(get(client, plain).statusCode()).isEqualTo(400);
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + TestServer.API_KEY)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KeyStore selfSigned() throws Exception {
        Path file = directory.resolve("licet.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "licet",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private String pem(String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Path file = directory.resolve(kind.replace(' ', '-') + ".pem");
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
        return file.toString();
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("licet", store.getCertificate("licet"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
