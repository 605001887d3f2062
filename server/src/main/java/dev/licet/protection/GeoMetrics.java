package dev.licet.protection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The age of the database of countries, for those who watch the server; NaN while there is none. */
@Component
class GeoMetrics implements MeterBinder {
    private final GeoDatabase database;

    GeoMetrics(GeoDatabase database) {
        this.database = database;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("licet.geo.database.age", this, GeoMetrics::seconds)
                .description("Age of the database of countries")
                .baseUnit("seconds")
                .register(meters);
    }

    private double seconds() {
        Duration age = database.age();
        return age == null ? Double.NaN : age.toSeconds();
    }
}
