package dev.licet.sdk;

import java.net.URI;
import java.util.Set;

/** The server's address as a folder, to which the paths of the contract are added. */
final class ServerAddress {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServerAddress() {}

    static URI of(String url, boolean plainHttp) {
        URI uri = URI.create(url.endsWith("/") ? url : url + "/");
        String host = uri.getHost();
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (host == null || !(http || "https".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("Give the server's address such as https://licence.example.com");
        }
        if (http && !plainHttp && !HERE.contains(host)) {
            throw new IllegalArgumentException("Licence keys would go unencrypted to " + host
                    + ": use https, or allowPlainHttp() in a closed network");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The server's address has neither user, query nor fragment");
        }
        return uri;
    }
}
