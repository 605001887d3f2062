package dev.licet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private Path directory;

    /** The JDK makes certificates by its keytool only. */
    private KeyStore made() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve("store.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "licet",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private Path pem(String name, String type, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
    }

    private static HttpClient trusting(KeyStore store) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("licet", store.getCertificate("licet"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void withACertificateItSpeaksHttpsOnlyAndSaysSo() throws Exception {
        KeyStore store = made();
        Certificate certificate = store.getCertificate("licet");
        Key key = store.getKey("licet", PASSWORD);
        Map<String, String> settings = Map.of(
                "LICET_TLS_CERTIFICATE",
                        pem("cert.pem", "CERTIFICATE", certificate.getEncoded()).toString(),
                "LICET_TLS_KEY", pem("key.pem", "PRIVATE KEY", key.getEncoded()).toString());
        try (TestServer server = TestServer.start(settings);
                HttpClient client = trusting(store)) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            var answer = client.send(
                    HttpRequest.newBuilder(server.url().resolve("/livez")).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(v -> assertThat(v).contains("max-age="));
            URI plain = URI.create("http://localhost:" + server.url().getPort() + "/livez");
            assertThat(client.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void aFileThatIsNoCertificateIsSaid() throws IOException {
        Path nonsense = Files.writeString(directory.resolve("nonsense.pem"), "nonsense");
        Map<String, String> settings =
                Map.of("LICET_TLS_CERTIFICATE", nonsense.toString(), "LICET_TLS_KEY", nonsense.toString());
        assertThatThrownBy(() -> TestServer.start(settings)).hasStackTraceContaining("LICET_TLS_CERTIFICATE");
    }
}
