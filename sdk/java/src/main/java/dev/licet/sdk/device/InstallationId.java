package dev.licet.sdk.device;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.licet.sdk.internal.LockedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A random id made once and kept in a file: the identity of what has no other. */
final class InstallationId {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private InstallationId() {}

    static String in(Path home) {
        LockedFile file = new LockedFile(home.resolve("installation"));
        try {
            return file.alone(() -> {
                Optional<String> kept = file.read()
                        .map(bytes -> new String(bytes, US_ASCII).strip())
                        .filter(text -> UUID_TEXT.matcher(text).matches());
                return kept.isPresent() ? kept.get() : make(file);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "This machine has no identity of its own, so one is kept in " + file
                            + ", which can't be read or written. Give a folder that lasts (in a container, a volume).",
                    e);
        }
    }

    private static String make(LockedFile file) throws IOException {
        String id = UUID.randomUUID().toString();
        file.write(id.getBytes(US_ASCII));
        return id;
    }
}
