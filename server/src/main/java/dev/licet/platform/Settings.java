package dev.licet.platform;

import dev.licet.core.place.Network;
import dev.licet.core.time.Span;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided, read once from the LICET_* variables by {@link SettingsReader} and never changed.
 *
 * @param port 0 takes any free port
 * @param bind the address to listen on
 * @param data the folder of everything kept on disk
 * @param database an external PostgreSQL; null runs the embedded one
 * @param apiKey the first API key, if the operator chose it
 * @param admin the first member of staff, if the operator chose it
 * @param masterKey the key that wraps all other keys; null keeps it in a file in {@code data}
 * @param publicUrl where programs reach this server; stands in tokens as issuer
 * @param tls present: HTTPS only
 * @param usage how long usage is taken and kept
 * @param proxies which proxies are believed when they say where a request came from
 * @param geoDatabase the file that tells the country of an address; null for none
 * @param fourEyes whether a request for licences has to be approved with another API key than the one that brought it
 */
public record Settings(
        int port,
        String bind,
        Path data,
        @Nullable Database database,
        Mode mode,
        @Nullable String apiKey,
        @Nullable Admin admin,
        @Nullable String masterKey,
        URI publicUrl,
        @Nullable Tls tls,
        Usage usage,
        Proxies proxies,
        @Nullable Path geoDatabase,
        boolean fourEyes) {

    /** {@code SANDBOX} lets its clock be moved and takes weak secrets; never for real licences. */
    public enum Mode {
        PRODUCTION,
        SANDBOX
    }

    public record Database(
            String url, @Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "Database[" + (user == null ? "" : user) + "]";
        }
    }

    public record Admin(String email, String password) {
        @Override
        public String toString() {
            return "Admin[" + email + "]";
        }
    }

    /** PEM files: the certificate with its chain, and its private key. */
    public record Tls(Path certificate, Path key) {}

    /**
     * How long usage is taken and kept.
     *
     * @param late how far back an event may be dated
     * @param retention how long the single events are kept; what they add up to is kept for ever
     */
    public record Usage(Span late, Span retention) {}

    /**
     * Reverse proxies before this server.
     *
     * @param trusted where they are; empty for none
     * @param header the one header in which they say where a request came from: X-Forwarded-For or Forwarded
     */
    public record Proxies(List<Network> trusted, String header) {}

    public boolean sandbox() {
        return mode == Mode.SANDBOX;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", bind=" + bind + ", data=" + data + ", mode=" + mode + ", publicUrl="
                + publicUrl + "]";
    }
}
