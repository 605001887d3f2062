package dev.licet.examples.notes;

import dev.licet.sdk.ChangeListener;
import dev.licet.sdk.Lease;
import dev.licet.sdk.License;
import dev.licet.sdk.LicetClient;
import dev.licet.sdk.LicetException;
import dev.licet.sdk.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The SDK as this program uses it. Without the vendor's keys there is no licence, and the program goes on without. */
final class Licensing implements AutoCloseable {
    /** So that whoever tries this sees an upgrade at once. A program that runs all day asks every ten minutes. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Options options;
    private final ChangeListener listener;
    private Optional<LicetClient> opened = Optional.empty();
    private final Seating seating;
    private boolean listening;

    Licensing(Options options, ChangeListener listener, Consumer<String> onLost) {
        this.options = options;
        this.listener = listener;
        this.seating = new Seating(onLost);
    }

    /** Only when it is needed, so that nothing that is wrong here keeps a person from their notes. */
    private Optional<LicetClient> client() {
        if (opened.isEmpty()) {
            opened = options.keys().map(file -> client(options, file, listener));
        }
        return opened;
    }

    private static LicetClient client(Options options, Path keys, ChangeListener listener) {
        try {
            var builder = LicetClient.of(options.server())
                    .product("notes")
                    .version(Notes.VERSION)
                    .releasedAt(Notes.RELEASED)
                    .keys(Files.readString(keys))
                    .store(options.home().resolve("licence"))
                    .patience(Duration.ofSeconds(5))
                    .heartbeat(HEARTBEAT)
                    .onChange(listener);
            options.name().ifPresent(builder::deviceName);
            return builder.build();
        } catch (IOException e) {
            throw Trouble.usage(
                    "The vendor's keys can't be read from " + keys + ": save them there, or leave --keys out.");
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw Trouble.usage("A licence can't be used like this: " + e.getMessage());
        }
    }

    /** What is known now, at once. Empty without the vendor's keys. */
    Optional<License> license() {
        return client().map(LicetClient::license);
    }

    /**
     * Asks the server, and without a server the last answer. Empty when there is nothing to ask.
     *
     * @throws LicetException when the answer can't be believed, or there is none and never was one
     */
    Optional<License> ask() {
        return client().map(licet -> seating.seated(licet, licet.validate().license()));
    }

    /** What a command goes by: the server's word, or the last good one. While it is listening, that is recent enough. */
    Optional<License> current() {
        if (!listening) {
            try {
                return ask();
            } catch (LicetException e) {
                return license();
            }
        }
        return license();
    }

    /** @param key as it was typed; blank for the one that is known */
    License activate(String key) {
        return key.isBlank() ? required().activate() : required().activate(key);
    }

    void deactivate() {
        required().deactivate();
    }

    /** Waits for a floating seat while all are taken, and says what there is to say. */
    void await(Consumer<String> says) {
        seating.await(required(), says);
    }

    /** Keeps a floating seat for days, with or without a network. */
    Lease borrow(int days) {
        return seating.borrow(required(), days);
    }

    /** Gives borrowed seats back early; says how many. */
    int giveBack() {
        return seating.giveBack(required());
    }

    /** The seats that are borrowed. */
    List<Lease> borrowed() {
        return seating.borrowed();
    }

    /** Where a program counts what is used of the licence. */
    Usage usage() {
        return required().usage();
    }

    /** From now on hears within seconds what becomes of the licence, if it could be looked at at all. */
    void listen() {
        opened.ifPresent(LicetClient::startHeartbeat);
        listening = opened.isPresent();
    }

    String server() {
        return options.server();
    }

    private LicetClient required() {
        return client().orElseThrow(() -> Trouble.usage(
                "This copy does not know its vendor's public keys, so it could believe no licence. Start it with --keys"
                        + " FILE or NOTES_KEYS=FILE."));
    }

    @Override
    public void close() {
        opened.ifPresent(LicetClient::close);
    }
}
