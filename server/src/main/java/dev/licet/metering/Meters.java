package dev.licet.metering;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.Feature;
import dev.licet.core.id.TypeId;
import dev.licet.core.meter.Aggregation;
import dev.licet.core.meter.Meter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What products say of their meters. It never changes once a feature is there, so it is kept; a feature that is not known is asked for. */
@Component
class Meters {
    private final Catalog catalog;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Meters(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param codes the code of each feature, by its id and by its code */
    record Known(Map<String, Meter.Kind> kinds, Map<String, String> codes) {}

    /** The meters of a product, among them those that are named here, if there are such. */
    Known of(UUID product, Iterable<String> named) {
        Known found = known.computeIfAbsent(product, this::read);
        for (String each : named) {
            if (!found.codes().containsKey(each)) {
                found = read(product);
                known.put(product, found);
                return found;
            }
        }
        return found;
    }

    private Known read(UUID product) {
        Map<String, Meter.Kind> kinds = new LinkedHashMap<>();
        Map<String, String> codes = new LinkedHashMap<>();
        for (Feature feature : catalog.features(product).byCode().values()) {
            codes.put(feature.code(), feature.code());
            codes.put(new TypeId("feat", feature.id()).toString(), feature.code());
            if (feature.aggregation() != null) {
                Aggregation aggregation =
                        Aggregation.valueOf(feature.aggregation().toUpperCase(Locale.ROOT));
                kinds.put(feature.code(), new Meter.Kind(aggregation, feature.uniqueBy()));
            }
        }
        return new Known(kinds, codes);
    }
}
