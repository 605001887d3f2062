package dev.licet;

import dev.licet.platform.Settings;
import java.util.Locale;
import java.util.Optional;

/** What the person who starts the server reads when it is ready. It goes to the terminal and never to a log. */
record Welcome(String address, Settings settings, Optional<String> firstKey, Optional<String> setUpCode) {

    @Override
    public String toString() {
        return """

              Licet is ready.

              Console    %s/console
            %s  API        %s/v1
              Reference  %s/docs
              Mode       %s
              Data       %s
            %s
              Try it:
              curl -H %s %s/v1/products

              Ctrl-C stops the server.

            """.formatted(
                        address,
                        setUp(),
                        address,
                        address,
                        mode(),
                        settings.data().toAbsolutePath().normalize(),
                        key(),
                        header(),
                        address);
    }

    private String mode() {
        return settings.mode().name().toLowerCase(Locale.ROOT)
                + (settings.sandbox() ? ": its clock can be moved, so no real licences" : "");
    }

    private String setUp() {
        return setUpCode
                .map(code -> "             " + code + "\n             opens it the first time, to make your account\n")
                .orElse("");
    }

    private String key() {
        return firstKey.map(key -> "  API key    " + key + "\n             shown this once, so keep it\n")
                .orElse("");
    }

    private String header() {
        return firstKey.map(key -> "'Authorization: Bearer " + key + "'")
                .orElse("\"Authorization: Bearer $LICET_API_KEY\"");
    }
}
