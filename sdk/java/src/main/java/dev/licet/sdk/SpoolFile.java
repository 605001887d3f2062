package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import dev.licet.sdk.internal.OwnedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/**
 * A file of usage that is about to be sent. Its first line has the licence key, sealed; the others have events, or say how many of the
 * events before are settled. A last line that was cut off was never promised to be there.
 */
final class SpoolFile implements AutoCloseable {

    private final OwnedFile file;
    private final String key;
    private final List<SpooledEvent> events;
    private int settled;

    private SpoolFile(OwnedFile file, String key, List<SpooledEvent> events, int settled) {
        this.file = file;
        this.key = key;
        this.events = events;
        this.settled = settled;
    }

    /** Reads a file; one that this machine did not write, or not to the end of its first line, is cleared away. */
    static Optional<SpoolFile> read(OwnedFile file, Seal seal) throws IOException {
        String text = new String(file.read(), UTF_8);
        if (!text.endsWith("\n")) {
            file.append(new byte[] {'\n'});
        }
        List<String> lines = text.lines().toList();
        String key;
        try {
            String sealed =
                    lines.isEmpty() ? "" : object(lines.get(0)).text("key").orElse("");
            key = new String(seal.open(Base64.getDecoder().decode(sealed)), UTF_8);
        } catch (JsonException | IllegalArgumentException | AEADBadTagException e) {
            file.delete();
            return Optional.empty();
        }
        List<SpooledEvent> events = new ArrayList<>();
        int settled = 0;
        for (String line : lines.subList(1, lines.size())) {
            try {
                Answer json = object(line);
                settled = Math.max(settled, json.integer("settled").orElse(0));
                if (json.text("id").isPresent()) {
                    events.add(SpooledEvent.read(json));
                }
            } catch (RuntimeException cutOff) {
                // Cut off.
            }
        }
        return Optional.of(new SpoolFile(file, key, events, Math.min(settled, events.size())));
    }

    /** Of the licence that it was used under. */
    String key() {
        return key;
    }

    /** The next events to send, as many as given at most; empty when all are settled. */
    List<SpooledEvent> next(int most) {
        return events.subList(settled, Math.min(events.size(), settled + most));
    }

    /** So many more events need not be sent again. */
    void settle(int count) throws IOException {
        settled += count;
        if (settled < events.size()) {
            file.append((Json.write(Map.of("settled", settled)) + "\n").getBytes(UTF_8));
        }
    }

    /** Lets go of the file, in which stays what is not settled. */
    @Override
    public void close() throws IOException {
        if (settled == events.size()) {
            file.delete();
        } else {
            file.close();
        }
    }

    private static Answer object(String line) {
        return new Answer(Json.parseObject(line));
    }
}
