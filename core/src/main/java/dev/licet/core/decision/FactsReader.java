package dev.licet.core.decision;

import dev.licet.core.allocation.Share;
import dev.licet.core.device.Device;
import dev.licet.core.json.Fields;
import dev.licet.core.json.Json;
import dev.licet.core.meter.Aggregation;
import dev.licet.core.meter.Balance;
import dev.licet.core.meter.Period;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.release.Releases;
import dev.licet.core.version.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads facts and questions from JSON, as the vectors write them. */
final class FactsReader {
    private FactsReader() {}

    static Facts facts(Map<String, ? extends @Nullable Object> json) {
        Fields fields = Fields.of(json);
        Fields policy = fields.object("policy");
        Facts facts = new Facts(
                fields.requiredText("product"),
                fields.requiredText("plan"),
                policy == null ? Policy.defaults() : Policy.read(policy),
                features(fields),
                fallback(fields.object("fallback")),
                new Facts.Term(
                        fields.instant("startsAt"),
                        fields.instant("startedAt"),
                        fields.instant("expiresAt"),
                        fields.instant("maintenanceUntil")),
                fields.instant("suspendedAt"),
                fields.instant("revokedAt"),
                fields.instant("checkedInAt"),
                devices(fields.object("devices")),
                users(fields.object("users")),
                leases(fields.object("leases")),
                usage(fields.object("usage")),
                Releases.read(fields.object("releases")));
        fields.noOthers();
        fields.done();
        return facts;
    }

    static Question question(Map<String, ? extends @Nullable Object> json) {
        Fields fields = Fields.of(json);
        Fields device = fields.object("device");
        Question question = new Question(
                fields.text("product"),
                device == null ? null : device(device),
                fields.text("user"),
                fields.parsed("version", Version::parse, "Give a version such as 2.3.1."),
                fields.texts("features"),
                place(fields.object("place")),
                fields.instant("releasedAt"));
        fields.noOthers();
        fields.done();
        return question;
    }

    private static Question.Place place(@Nullable Fields json) {
        return json == null ? Question.Place.UNKNOWN : new Question.Place(json.text("country"), json.text("address"));
    }

    private static Features features(Fields json) {
        Fields features = json.object("features");
        return features == null ? Features.NONE : Features.read(features);
    }

    private static Facts.@Nullable Fallback fallback(@Nullable Fields json) {
        return json == null ? null : new Facts.Fallback(json.requiredText("plan"), features(json));
    }

    static Facts.Devices devices(int active, String alike) {
        Map<String, @Nullable Object> document = new HashMap<>();
        document.put("alike", Json.parse(alike));
        Fields fields = Fields.of(document);
        Facts.Devices devices = new Facts.Devices(active, alike(fields));
        fields.done();
        return devices;
    }

    private static Facts.Devices devices(@Nullable Fields json) {
        return json == null ? Facts.Devices.NONE : new Facts.Devices(number(json, "active"), alike(json));
    }

    private static List<Facts.KnownDevice> alike(Fields json) {
        List<Facts.KnownDevice> alike = new ArrayList<>();
        for (Fields each : json.objects("alike")) {
            alike.add(new Facts.KnownDevice(
                    each.requiredText("id"),
                    device(each),
                    number(each, "rank"),
                    instant(each, "heartbeatAt"),
                    instant(each, "seenAt"),
                    each.text("user"),
                    Math.max(1, number(each, "userRank"))));
        }
        return alike;
    }

    private static Facts.Users users(@Nullable Fields json) {
        return json == null
                ? Facts.Users.NONE
                : new Facts.Users(
                        number(json, "assigned"),
                        json.integer("rank", 1, Integer.MAX_VALUE),
                        Boolean.TRUE.equals(json.flag("departed")),
                        number(json, "devices"),
                        share(json.object("places")));
    }

    private static Facts.Leases leases(@Nullable Fields json) {
        return json == null
                ? Facts.Leases.NONE
                : new Facts.Leases(number(json, "used"), json.integer("rank", 1, Integer.MAX_VALUE));
    }

    private static @Nullable Share share(@Nullable Fields json) {
        return json == null
                ? null
                : new Share(
                        json.text("department"),
                        json.integer("limit", 0, Integer.MAX_VALUE),
                        number(json, "used"),
                        json.texts("devices"));
    }

    private static Facts.Usage usage(@Nullable Fields json) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        if (json != null) {
            json.names().forEach(code -> {
                Fields each = json.object(code);
                if (each != null) {
                    balances.put(code, balance(each));
                }
            });
        }
        return new Facts.Usage(balances);
    }

    private static Balance balance(Fields json) {
        Aggregation aggregation = json.oneOf("aggregation", Aggregation.class);
        BigDecimal used = json.amount("used");
        Balance balance = new Balance(
                aggregation == null ? Aggregation.SUM : aggregation,
                new Period(Instant.EPOCH, json.instant("resetsAt")),
                used == null ? BigDecimal.ZERO : used,
                json.amount("limit"),
                json.amount("softLimit"),
                json.amount("remaining"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                json.text("pool"));
        json.noOthers();
        return balance;
    }

    private static Device device(Fields json) {
        Map<String, String> components = new HashMap<>();
        Fields parts = json.object("components");
        if (parts != null) {
            parts.names().forEach(name -> components.put(name, parts.requiredText(name)));
        }
        return new Device(json.requiredText("fingerprint"), components);
    }

    private static int number(Fields json, String name) {
        Integer number = json.integer(name, 0, Integer.MAX_VALUE);
        return number == null ? 0 : number;
    }

    private static Instant instant(Fields json, String name) {
        Instant instant = json.instant(name);
        if (instant == null) {
            json.fail(name, "Give a time.");
            return Instant.EPOCH;
        }
        return instant;
    }
}
