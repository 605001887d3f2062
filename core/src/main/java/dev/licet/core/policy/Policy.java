package dev.licet.core.policy;

import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a plan, each optional with a default. A null limit means that the licence is not limited in that respect.
 *
 * @param term how long a licence runs from its start; null is perpetual (default)
 * @param starts what starts the term; default: issue
 * @param trial whether it is a trial; default: no
 * @param grace how long after its end a licence still permits; default: none
 * @param warnBefore how long before its end warnings begin, the longest first; default: 7 days and 1 day, as far as shorter than the term
 * @param onExpiry what happens after the end and the grace; default: refuse
 * @param fallbackPlan the code of the plan whose features remain, when {@code onExpiry} is fallback
 * @param renewFrom where a renewal adds its term; default: expiry
 * @param devices how many devices may be active; null (default): a licence is not bound to devices
 * @param users how many named users may be assigned; null (default): not bound to named users
 * @param devicesPerUser how many devices each named user may have active, exactly; null (default): as many as there are places
 * @param concurrent how many leases may be held at once
 * @param processes how many processes a device may run
 * @param cores how many processor cores a device may have
 * @param overage how far the limits may be exceeded; default: none
 * @param deviceMatch how much of a device must be as it was; default: most
 * @param deviceUnique within what a device may be active only once; default: license
 * @param leaseTtl how long a lease lasts without renewal; default: 10 minutes
 * @param maxBorrow how long a lease may be borrowed; default: 7 days
 * @param linger how long a returned lease stays taken; default: none
 * @param heartbeat how often a device must report; null (default): it need not
 * @param onMissedHeartbeat what happens to one that does not; default: release
 * @param checkIn how often a program must reach the server; null (default): it need not
 * @param offlineTtl how long a token is good without the server; default: 7 days
 * @param airGapTtl how long a licence file for one device may be good, for machines that never reach the server; null (default): no longer
 *     than a token
 * @param unbindsPerPeriod how often users may free a device themselves; null (default): as often as they like
 * @param regions where it may be used; default: anywhere
 * @param versions which versions of the program may be used; default: all
 * @param maintenance how long from the start new versions may be used; null (default): always
 */
public record Policy(
        @Nullable Span term,
        Starts starts,
        boolean trial,
        Span grace,
        List<Span> warnBefore,
        OnExpiry onExpiry,
        @Nullable String fallbackPlan,
        RenewFrom renewFrom,
        @Nullable Integer devices,
        @Nullable Integer users,
        @Nullable Integer devicesPerUser,
        @Nullable Integer concurrent,
        @Nullable Integer processes,
        @Nullable Integer cores,
        Overage overage,
        DeviceMatch deviceMatch,
        DeviceUnique deviceUnique,
        Span leaseTtl,
        Span maxBorrow,
        Span linger,
        @Nullable Span heartbeat,
        OnMissedHeartbeat onMissedHeartbeat,
        @Nullable Span checkIn,
        Span offlineTtl,
        @Nullable Span airGapTtl,
        @Nullable Allowance unbindsPerPeriod,
        Regions regions,
        Versions versions,
        @Nullable Span maintenance) {

    private static final List<Span> WARN = List.of(days(7), days(1));
    private static final int MANY = 100_000_000;

    public Policy {
        warnBefore =
                warnBefore.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    /** The policy with every default. */
    public static Policy defaults() {
        return read(Map.of());
    }

    /**
     * Reads a policy; what is absent or null gets its default.
     *
     * @throws dev.licet.core.json.InvalidFields naming each bad field
     */
    public static Policy read(Map<String, ? extends @Nullable Object> json) {
        Fields fields = Fields.of(json);
        Policy policy = read(fields);
        fields.done();
        return policy;
    }

    /** Reads a policy as a part of a larger document. */
    public static Policy read(Fields json) {
        Span term = positive(json, "term");
        Policy policy = new Policy(
                term,
                or(json.oneOf("starts", Starts.class), Starts.ISSUE),
                or(json.flag("trial"), false),
                or(json.span("grace"), Span.ZERO),
                warnings(json, term),
                or(json.oneOf("onExpiry", OnExpiry.class), OnExpiry.REFUSE),
                json.text("fallbackPlan"),
                or(json.oneOf("renewFrom", RenewFrom.class), RenewFrom.EXPIRY),
                json.integer("devices", 0, MANY),
                json.integer("users", 0, MANY),
                json.integer("devicesPerUser", 0, MANY),
                json.integer("concurrent", 0, MANY),
                json.integer("processes", 0, MANY),
                json.integer("cores", 0, MANY),
                or(json.parsed("overage", Overage::parse, "Give none, 1.25x, 1.5x, 2x or unlimited."), Overage.NONE),
                or(json.oneOf("deviceMatch", DeviceMatch.class), DeviceMatch.MOST),
                or(json.oneOf("deviceUnique", DeviceUnique.class), DeviceUnique.LICENSE),
                or(positive(json, "leaseTtl"), Span.of(Duration.ofMinutes(10))),
                or(json.span("maxBorrow"), days(7)),
                or(json.span("linger"), Span.ZERO),
                positive(json, "heartbeat"),
                or(json.oneOf("onMissedHeartbeat", OnMissedHeartbeat.class), OnMissedHeartbeat.RELEASE),
                positive(json, "checkIn"),
                or(json.span("offlineTtl"), days(7)),
                positive(json, "airGapTtl"),
                Allowance.read(json.object("unbindsPerPeriod")),
                Regions.read(json.object("regions")),
                Versions.read(json.object("versions")),
                json.span("maintenance"));
        json.noOthers();
        if (policy.onExpiry == OnExpiry.FALLBACK && policy.fallbackPlan == null) {
            json.fail("fallbackPlan", "Name the plan to fall back to, or choose another onExpiry.");
        }
        return policy;
    }

    /** Every field as JSON, defaults included; {@link #read(Map)} gives the same policy back. */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("term", text(term));
        map.put("starts", Fields.camelCase(starts));
        map.put("trial", trial);
        map.put("grace", text(grace));
        map.put("warnBefore", warnBefore.stream().map(Span::toString).toList());
        map.put("onExpiry", Fields.camelCase(onExpiry));
        map.put("fallbackPlan", fallbackPlan);
        map.put("renewFrom", Fields.camelCase(renewFrom));
        map.put("devices", devices);
        map.put("users", users);
        map.put("devicesPerUser", devicesPerUser);
        map.put("concurrent", concurrent);
        map.put("processes", processes);
        map.put("cores", cores);
        map.put("overage", overage.toString());
        map.put("deviceMatch", Fields.camelCase(deviceMatch));
        map.put("deviceUnique", Fields.camelCase(deviceUnique));
        map.put("leaseTtl", text(leaseTtl));
        map.put("maxBorrow", text(maxBorrow));
        map.put("linger", text(linger));
        map.put("heartbeat", text(heartbeat));
        map.put("onMissedHeartbeat", Fields.camelCase(onMissedHeartbeat));
        map.put("checkIn", text(checkIn));
        map.put("offlineTtl", text(offlineTtl));
        map.put("airGapTtl", text(airGapTtl));
        map.put("unbindsPerPeriod", unbindsPerPeriod == null ? null : unbindsPerPeriod.toMap());
        map.put("regions", regions.toMap());
        map.put("versions", versions.toMap());
        map.put("maintenance", text(maintenance));
        return map;
    }

    private static List<Span> warnings(Fields json, @Nullable Span term) {
        if (json.any("warnBefore") == null) {
            return WARN.stream()
                    .filter(step -> term == null || step.compareTo(term) < 0)
                    .toList();
        }
        List<String> texts = json.texts("warnBefore");
        try {
            return texts.stream().map(Span::parse).toList();
        } catch (IllegalArgumentException e) {
            json.fail("warnBefore", "Give a list of ISO 8601 spans, such as [\"P30D\",\"P7D\"].");
            return List.of();
        }
    }

    private static @Nullable Span positive(Fields json, String name) {
        Span span = json.span(name);
        if (span != null && span.isZero()) {
            json.fail(name, "Give a span that is longer than nothing.");
        }
        return span;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static @Nullable String text(@Nullable Span span) {
        return span == null ? null : span.toString();
    }

    private static Span days(int days) {
        return Span.parse("P" + days + "D");
    }
}
