package dev.licet.core.file;

import dev.licet.core.json.Fields;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.meter.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a program without a network has counted, to be carried to the server. Each event counts once by its id, however often a report is
 * brought; the numbers show whether one was left behind.
 *
 * @param series of which run of numbers: 16 to 64 characters, made once for each installation
 * @param number 1 for the first report of its series, and so on
 * @param fingerprint of the device
 * @param events in the order in which they happened, at most 1,000; each with its own time
 * @param madeAt when, by the device's own clock, which nobody vouches for
 */
public record UsageReport(
        String series, int number, @Nullable String fingerprint, List<UsageEvent> events, Instant madeAt) {
    private static final String TYPE = "license-usage+jwt";
    private static final int MOST = 1000;

    public UsageReport {
        events = List.copyOf(events);
        if (number < 1 || events.size() > MOST) {
            throw new IllegalArgumentException("A report has a number from 1 on and at most 1000 events.");
        }
    }

    /** The report as text, signed with the licence key. */
    public String write(LicenseKey key) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("jti", series);
        claims.put("seq", number);
        claims.put("iat", madeAt.getEpochSecond());
        claims.put("device", fingerprint);
        claims.put("events", events.stream().map(UsageReport::written).toList());
        claims.values().removeIf(Objects::isNull);
        return KeyedFile.write(Armor.USAGE_REPORT, TYPE, claims, key);
    }

    /**
     * A report as it came; nothing in it can be believed before {@link Unverified#verify}.
     *
     * @throws InvalidFile when it is none
     */
    public static Unverified open(String text) {
        return new Unverified(KeyedFile.open(Armor.USAGE_REPORT, TYPE, text));
    }

    /** A report before it was verified. */
    public static final class Unverified {
        private final KeyedFile file;

        private Unverified(KeyedFile file) {
            this.file = file;
        }

        /** The {@link OfflineKeys#finder} of the licence key that it claims to be signed with. */
        public String finder() {
            return file.finder();
        }

        /**
         * What it says.
         *
         * @throws InvalidFile when it was not signed with this licence key, or was altered
         */
        public UsageReport verify(LicenseKey key) {
            return file.read(key, UsageReport::read);
        }
    }

    private static Map<String, Object> written(UsageEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", event.id());
        map.put("meter", event.meter());
        map.put("quantity", event.quantity().toPlainString());
        map.put("at", event.at().toString());
        if (!event.dimensions().isEmpty()) {
            map.put("dimensions", new TreeMap<>(event.dimensions()));
        }
        return map;
    }

    private static UsageReport read(Fields claims) {
        List<UsageEvent> events = new ArrayList<>();
        for (Fields each : claims.objects("events")) {
            events.add(event(each));
        }
        return new UsageReport(
                OfflineClaims.nonce(claims),
                OfflineClaims.number(claims, "seq"),
                claims.text("device"),
                events,
                OfflineClaims.seconds(claims, "iat"));
    }

    private static UsageEvent event(Fields event) {
        BigDecimal quantity = event.parsed("quantity", OfflineClaims::decimal, "Give a decimal as text.");
        Instant at = event.instant("at");
        if (quantity == null || at == null) {
            event.fail(quantity == null ? "quantity" : "at", "It is missing.");
        }
        return new UsageEvent(
                event.requiredText("id"),
                event.requiredText("meter"),
                quantity == null ? BigDecimal.ZERO : quantity,
                at == null ? Instant.EPOCH : at,
                OfflineClaims.texts(event, "dimensions"));
    }
}
