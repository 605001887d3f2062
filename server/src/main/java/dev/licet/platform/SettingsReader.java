package dev.licet.platform;

import dev.licet.core.place.Network;
import dev.licet.core.time.Span;
import dev.licet.platform.Settings.Admin;
import dev.licet.platform.Settings.Database;
import dev.licet.platform.Settings.Mode;
import dev.licet.platform.Settings.Proxies;
import dev.licet.platform.Settings.Tls;
import dev.licet.platform.Settings.Usage;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings} from variables, and says everything that is wrong with them at once. */
public final class SettingsReader {
    private static final int API_KEY = 16;
    private static final int PASSWORD = 12;

    private final Function<String, @Nullable String> variables;
    private final List<String> wrong = new ArrayList<>();

    private SettingsReader(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /**
     * Reads and checks all of them.
     *
     * @throws CannotStart with a sentence for each thing that is wrong
     */
    public static Settings read(Function<String, @Nullable String> variables) {
        return new SettingsReader(variables).settings();
    }

    private Settings settings() {
        Mode mode = mode();
        int port = port();
        String bind = bind();
        Tls tls = tls();
        String log = or("LICET_LOG", "text");
        check(log.equals("text") || log.equals("json"), "LICET_LOG must be text or json, not \"" + log + "\".");
        Settings settings = new Settings(
                port,
                bind,
                path("LICET_DATA", "data"),
                database(),
                mode,
                apiKey(mode),
                admin(mode),
                get("LICET_MASTER_KEY"),
                publicUrl((tls == null ? "http" : "https") + "://localhost:" + port),
                tls,
                new Usage(span("LICET_USAGE_LATE", "P35D", "PT1H"), span("LICET_USAGE_RETENTION", "P400D", "P32D")),
                proxies(),
                get("LICET_GEO_DATABASE") == null ? null : path("LICET_GEO_DATABASE", ""),
                flag("LICET_FOUR_EYES"));
        if (!wrong.isEmpty()) {
            throw new CannotStart(String.join("\n", wrong));
        }
        return settings;
    }

    private Mode mode() {
        String mode = or("LICET_MODE", "production");
        check(
                mode.equals("production") || mode.equals("sandbox"),
                "LICET_MODE must be production or sandbox, not \"" + mode + "\".");
        return mode.equals("sandbox") ? Mode.SANDBOX : Mode.PRODUCTION;
    }

    private boolean flag(String name) {
        String flag = or(name, "false");
        check(flag.equals("true") || flag.equals("false"), name + " must be true or false, not \"" + flag + "\".");
        return flag.equals("true");
    }

    private int port() {
        String port = or("LICET_PORT", "8080");
        boolean ok = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535;
        check(ok, "LICET_PORT must be a port number up to 65535, not \"" + port + "\".");
        return ok ? Integer.parseInt(port) : 0;
    }

    private String bind() {
        String bind = or("LICET_BIND", "127.0.0.1");
        try {
            InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            check(
                    false,
                    "LICET_BIND must be an address of this machine such as 127.0.0.1 or 0.0.0.0, not \"" + bind
                            + "\".");
        }
        return bind;
    }

    private @Nullable Database database() {
        String url = get("LICET_DATABASE_URL");
        if (url == null) {
            boolean stray = get("LICET_DATABASE_USER") != null || get("LICET_DATABASE_PASSWORD") != null;
            check(!stray, "LICET_DATABASE_USER and _PASSWORD need LICET_DATABASE_URL as well.");
            return null;
        }
        check(
                url.startsWith("jdbc:postgresql:") || url.startsWith("postgresql://") || url.startsWith("postgres://"),
                "LICET_DATABASE_URL must look like jdbc:postgresql://host:5432/licet.");
        String jdbc = url.replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
        return new Database(jdbc, get("LICET_DATABASE_USER"), get("LICET_DATABASE_PASSWORD"));
    }

    private @Nullable String apiKey(Mode mode) {
        String key = get("LICET_API_KEY");
        check(
                key == null || mode == Mode.SANDBOX || key.length() >= API_KEY,
                "LICET_API_KEY must have at least " + API_KEY
                        + " characters in production mode; leave it out and one is made.");
        check(key == null || key.matches("[!-~]+"), "LICET_API_KEY must be visible ASCII characters without spaces.");
        return key;
    }

    private @Nullable Admin admin(Mode mode) {
        String email = get("LICET_ADMIN_EMAIL");
        String password = get("LICET_ADMIN_PASSWORD");
        check(
                (email == null) == (password == null),
                "LICET_ADMIN_EMAIL and LICET_ADMIN_PASSWORD go together: give both or neither.");
        check(email == null || email.matches("[^@\\s]+@[^@\\s]+"), "LICET_ADMIN_EMAIL must be an e-mail address.");
        check(
                password == null || mode == Mode.SANDBOX || password.length() >= PASSWORD,
                "LICET_ADMIN_PASSWORD must have at least " + PASSWORD + " characters in production mode.");
        return email == null || password == null ? null : new Admin(email, password);
    }

    private URI publicUrl(String fallback) {
        String url = or("LICET_PUBLIC_URL", fallback).replaceFirst("/+$", "");
        boolean ok = url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
        check(ok, "LICET_PUBLIC_URL must be an address like https://licenses.example.com, not \"" + url + "\".");
        return URI.create(ok ? url : fallback);
    }

    private @Nullable Tls tls() {
        String certificate = get("LICET_TLS_CERTIFICATE");
        String key = get("LICET_TLS_KEY");
        check(
                (certificate == null) == (key == null),
                "LICET_TLS_CERTIFICATE and LICET_TLS_KEY go together: give both or neither.");
        if (certificate == null || key == null) {
            return null;
        }
        return new Tls(readable("LICET_TLS_CERTIFICATE"), readable("LICET_TLS_KEY"));
    }

    private Proxies proxies() {
        List<Network> trusted = new ArrayList<>();
        for (String each : or("LICET_TRUSTED_PROXIES", "").split("[,\\s]+", -1)) {
            try {
                if (!each.isEmpty()) {
                    trusted.add(Network.parse(each));
                }
            } catch (IllegalArgumentException e) {
                check(
                        false,
                        "LICET_TRUSTED_PROXIES must be networks such as 10.0.0.0/8,2001:db8::7, not \"" + each + "\".");
            }
        }
        String header = or("LICET_PROXY_HEADER", "X-Forwarded-For");
        check(
                header.equalsIgnoreCase("X-Forwarded-For") || header.equalsIgnoreCase("Forwarded"),
                "LICET_PROXY_HEADER must be X-Forwarded-For or Forwarded, not \"" + header + "\".");
        return new Proxies(trusted, header);
    }

    private Path readable(String name) {
        Path path = path(name, "");
        check(
                Files.isReadable(path) && Files.isRegularFile(path),
                name + " names a file that cannot be read: " + path + ".");
        return path;
    }

    private Span span(String name, String fallback, String least) {
        String text = or(name, fallback);
        try {
            Span span = Span.parse(text);
            check(span.compareTo(Span.parse(least)) >= 0, name + " must be at least " + least + ".");
            return span;
        } catch (IllegalArgumentException e) {
            check(false, name + " must be an ISO 8601 span such as " + fallback + ", not \"" + text + "\".");
            return Span.parse(fallback);
        }
    }

    private Path path(String name, String fallback) {
        String path = or(name, fallback);
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            check(false, name + " is not a path.");
            return Path.of(fallback);
        }
    }

    private String or(String name, String fallback) {
        String value = get(name);
        return value == null ? fallback : value;
    }

    private @Nullable String get(String name) {
        String value = variables.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void check(boolean ok, String sentence) {
        if (!ok) {
            wrong.add(sentence);
        }
    }
}
