package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.json.JsonException;
import dev.licet.sdk.internal.Hmac;
import dev.licet.sdk.internal.LockedFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** The file that holds what is known between two runs; one for each product and named user in the client's folder. */
final class Store {

    private final LockedFile file;
    private final Seal seal;

    Store(Settings settings) {
        String name = name(settings) + ".license";
        file = new LockedFile(settings.store().resolve(name));
        seal = new Seal(settings.fingerprint().secret("state"), "licet state 1 " + name);
    }

    /** What the files of a product and named user begin with. */
    static String name(Settings settings) {
        String user = settings.user() == null
                ? ""
                : "-" + Hmac.text(new byte[1], settings.user()).substring(0, 8);
        return settings.product().replaceAll("[^A-Za-z0-9_-]", "_") + user;
    }

    /**
     * What was in the file.
     *
     * @param trouble why it is of no use, when there is a file that can't be read
     */
    record Kept(Saved saved, @Nullable String trouble) {}

    Kept load() throws IOException {
        return file.alone(this::read);
    }

    /** Changes what is kept, whatever another process has made of it in the meantime. */
    Saved update(UnaryOperator<Saved> change) throws IOException {
        return file.alone(() -> {
            Saved before = read().saved();
            Saved after = change.apply(before);
            if (!after.equals(before)) {
                file.write(seal.close(after.write().getBytes(UTF_8)));
            }
            return after;
        });
    }

    private Kept read() throws IOException {
        Optional<byte[]> closed = file.read();
        if (closed.isEmpty()) {
            return new Kept(Saved.NOTHING, null);
        }
        try {
            return new Kept(Saved.read(new String(seal.open(closed.get()), UTF_8)), null);
        } catch (AEADBadTagException | JsonException | DateTimeException e) {
            return new Kept(Saved.NOTHING, file + " was altered, damaged, or brought from another machine.");
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
