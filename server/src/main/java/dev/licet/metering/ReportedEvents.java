package dev.licet.metering;

import dev.licet.core.meter.UsageEvent;
import dev.licet.platform.Checks;
import java.util.LinkedHashMap;
import java.util.List;

/** Events that came in a signed report: they are held to the same rules as those of a call. */
final class ReportedEvents {
    private ReportedEvents() {}

    static void check(List<UsageEvent> events) {
        Checks checks = new Checks().that("/events", events.size() <= UsageRequest.MOST, "must be at most 1000 events");
        for (int i = 0; i < events.size(); i++) {
            UsageEvent event = events.get(i);
            String at = "/events/" + i;
            checks.text(at + "/id", event.id(), 1, 200).text(at + "/meter", event.meter(), 1, 100);
            Quantity.check(checks, at + "/quantity", event.quantity());
            Dimensions.read(checks, at + "/dimensions", new LinkedHashMap<>(event.dimensions()));
        }
        checks.done();
    }
}
