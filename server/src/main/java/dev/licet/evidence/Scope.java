package dev.licet.evidence;

import dev.licet.core.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a licence includes, in words. */
final class Scope {
    private Scope() {}

    /** Features that are not off. */
    static List<CertificatePaper.Line> lines(Map<?, ?> features) {
        List<CertificatePaper.Line> lines = new ArrayList<>();
        features.forEach((code, value) -> {
            if (!Boolean.FALSE.equals(value)) {
                lines.add(new CertificatePaper.Line(CertificatePaper.text(code), value(value)));
            }
        });
        return lines;
    }

    static List<CertificatePaper.Line> limits(Map<?, ?> limits) {
        List<CertificatePaper.Line> lines = new ArrayList<>();
        limits.forEach((name, limit) -> lines.add(new CertificatePaper.Line(
                switch (String.valueOf(name)) {
                    case "devices" -> "Devices";
                    case "users" -> "Named users";
                    case "concurrent" -> "At the same time";
                    case "processes" -> "Processes per device";
                    case "cores" -> "Processor cores";
                    default -> CertificatePaper.text(name);
                },
                CertificatePaper.text(limit))));
        return lines;
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case Boolean ignored -> "included";
            case Map<?, ?> metered -> metered(metered);
            case null, default -> CertificatePaper.text(value);
        };
    }

    private static String metered(Map<?, ?> metered) {
        String limit = metered.get("limit") == null ? "unlimited" : CertificatePaper.text(metered.get("limit"));
        return metered.get("period") instanceof String period ? limit + " " + per(period) : limit;
    }

    private static String per(String period) {
        return switch (Span.parse(period).toString()) {
            case "P1D" -> "per day";
            case "P7D", "P1W" -> "per week";
            case "P1M" -> "per month";
            case "P1Y" -> "per year";
            case String other -> "per " + other;
        };
    }
}
