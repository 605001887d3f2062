package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.file.OfflineKeys;
import dev.licet.core.json.Json;
import dev.licet.core.json.JsonException;
import dev.licet.core.key.LicenseKey;
import dev.licet.sdk.internal.LockedFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** The numbers of this device's usage reports, a series for each licence key. */
final class Series {

    private final LockedFile file;
    private final Seal seal;

    Series(Settings settings) {
        String name = Store.name(settings) + ".reports";
        file = new LockedFile(settings.store().resolve(name));
        seal = new Seal(settings.fingerprint().secret("reports"), "licet reports 1 " + name);
    }

    /** Where the next report of a licence key stands. */
    record Place(String id, int number) {}

    /** What is done with a place. */
    interface Work<T> {
        T at(Place place) throws IOException;
    }

    /** Does something with the next place, which is taken once that is done. */
    <T> T next(LicenseKey key, Work<T> work) throws IOException {
        return file.alone(() -> {
            Map<String, @Nullable Object> all = read();
            String finder = new OfflineKeys(key).finder();
            Place place = new Answer(all)
                    .object(finder)
                    .map(known -> new Place(
                            known.text("id").orElseThrow(),
                            known.integer("last").orElseThrow() + 1))
                    .orElseGet(() -> new Place(Nonce.next(), 1));
            T done = work.at(place);
            all.put(finder, Map.of("id", place.id(), "last", place.number()));
            file.write(seal.close(Json.write(all).getBytes(UTF_8)));
            return done;
        });
    }

    /** Numbers that are lost begin anew, as another series. */
    private Map<String, @Nullable Object> read() throws IOException {
        byte[] closed = file.read().orElse(new byte[0]);
        try {
            return closed.length == 0
                    ? new LinkedHashMap<>()
                    : new LinkedHashMap<>(Json.parseObject(new String(seal.open(closed), UTF_8)));
        } catch (AEADBadTagException | JsonException e) {
            return new LinkedHashMap<>();
        }
    }
}
