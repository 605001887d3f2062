package dev.licet.protection;

import com.maxmind.db.Reader;
import dev.licet.core.place.Countries;
import dev.licet.platform.Condition;
import dev.licet.platform.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The database of countries in MaxMind's format, kept in memory and read again once its file has changed. A file that cannot be read
 * leaves in force what was read before; without any, no country is known. It never stops the server.
 */
@Component
class GeoDatabase implements Condition {
    private static final Logger LOG = LoggerFactory.getLogger(GeoDatabase.class);
    private static final Duration OLD = Duration.ofDays(60);

    private final @Nullable Path file;
    private final InstantSource time;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Data complained;
    private volatile Loaded loaded = new Loaded(null, null, null);

    GeoDatabase(Settings settings, InstantSource time) {
        this.file = settings.geoDatabase();
        this.time = time;
        refresh();
    }

    /**
     * What is in memory.
     *
     * @param stamp of the file when it was last looked into; null when there was none
     * @param data null when nothing could be read yet
     * @param trouble what is wrong with the file: missing, damaged or unfit; null for nothing
     */
    private record Loaded(
            @Nullable Stamp stamp,
            @Nullable Data data,
            @Nullable String trouble) {

        boolean looked() {
            return data != null || trouble != null;
        }
    }

    private record Stamp(
            Instant modified, long size, @Nullable Object key) {}

    private record Data(Reader reader, Instant built) {}

    /** The code of the country that an address is in; null when it is not known. */
    @Nullable String country(InetAddress address) {
        refresh();
        Data data = loaded.data();
        try {
            GeoEntry entry = data == null ? null : data.reader().get(address, GeoEntry.class);
            String code = entry == null || entry.country() == null
                    ? null
                    : entry.country().code();
            return code != null && Countries.exists(code) ? code : null;
        } catch (IOException | RuntimeException e) {
            complain(data, e);
            return null;
        }
    }

    /** Once for each file, since a damaged one is asked for every request. */
    private void complain(@Nullable Data data, Exception e) {
        if (!Objects.equals(complained, data)) {
            complained = data;
            LOG.warn("Countries cannot be read from {}: those of some addresses count as unknown", file, e);
        }
    }

    /** Why a country may not be known, as far as the database is the reason. */
    @Nullable String doubt() {
        return loaded.data() == null ? "The server has no database of countries." : null;
    }

    @Override
    public String name() {
        return "geoDatabase";
    }

    @Override
    public String state() {
        refresh();
        Loaded now = loaded;
        if (file == null) {
            return "off";
        }
        return now.trouble() != null ? now.trouble() : isOld(now.data()) ? "old" : "ok";
    }

    /** How old the data in force is; null when there is none. */
    @Nullable Duration age() {
        Data data = loaded.data();
        return data == null ? null : Duration.between(data.built(), time.instant());
    }

    private boolean isOld(@Nullable Data data) {
        return data != null && data.built().plus(OLD).isBefore(time.instant());
    }

    /** A look at the file's date costs microseconds; reading it anew is for one thread, and the others go on with what there is. */
    private void refresh() {
        if (file == null || (Objects.equals(stamp(file), loaded.stamp()) && loaded.looked()) || !reading.tryLock()) {
            return;
        }
        try {
            read(file, stamp(file));
        } finally {
            reading.unlock();
        }
    }

    private void read(Path file, @Nullable Stamp stamp) {
        Loaded before = loaded;
        if (stamp == null) {
            tell(before, new Loaded(null, before.data(), "missing"), file);
        } else if (!stamp.equals(before.stamp())) {
            tell(before, opened(file, stamp, before), file);
        }
    }

    private static Loaded opened(Path file, Stamp stamp, Loaded before) {
        try {
            Reader reader = new Reader(file.toFile(), Reader.FileMode.MEMORY);
            String type = reader.getMetadata().databaseType().toLowerCase(Locale.ROOT);
            return Stream.of("city", "country", "enterprise").anyMatch(type::contains)
                    ? new Loaded(stamp, new Data(reader, reader.getMetadata().buildTime()), null)
                    : new Loaded(stamp, before.data(), "unfit");
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read", file, e);
            return new Loaded(stamp, before.data(), "damaged");
        }
    }

    private void tell(Loaded before, Loaded now, Path file) {
        loaded = now;
        if (now.trouble() == null) {
            LOG.info(
                    "The database of countries {} is of {}",
                    file,
                    Objects.requireNonNull(now.data()).built());
        } else if (!now.trouble().equals(before.trouble())) {
            LOG.warn(
                    "The database of countries {} is {}: {}",
                    file,
                    now.trouble(),
                    now.data() == null
                            ? "no country is known, and the regions of licences follow what they say of unknown places"
                            : "the one read before stays in force");
        }
        if (isOld(now.data())) {
            LOG.warn("The database of countries is older than {} days: get a newer one", OLD.toDays());
        }
    }

    private static @Nullable Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().toInstant(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}
