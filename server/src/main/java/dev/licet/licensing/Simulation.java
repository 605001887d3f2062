package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.decision.Difference;
import dev.licet.core.decision.Facts;
import dev.licet.core.json.Fields;
import dev.licet.core.policy.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What would change for the licences of a plan if all of them were on other terms. Nothing is changed. */
@Service
class Simulation {
    private final LicenseStore store;
    private final Catalog catalog;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    Simulation(LicenseStore store, Catalog catalog, TransactionTemplate transaction, InstantSource time) {
        this.store = store;
        this.catalog = catalog;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * The outcome.
     *
     * @param at the moment it is about
     * @param licenses how many the plan has, in all versions
     * @param changed for how many of them something would change
     * @param changes what, each with how many licences and the first of them
     */
    @Schema(name = "Simulation")
    record Outcome(String plan, Instant at, int licenses, int changed, List<Change> changes) {}

    /**
     * One kind of change.
     *
     * @param kind state, limitExceeded, featureGained, featureLost or featureChanged
     * @param what the limit or the feature; for a state the one before
     * @param to the state after
     */
    @Schema(name = "SimulatedChange")
    record Change(String kind, String what, @Nullable String to, int count, List<String> licenses) {}

    private static final class Tally {
        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::kind)
                .thenComparing(Kind::what)
                .thenComparing(kind -> kind.to() == null ? "" : kind.to());
        private final Map<Kind, List<String>> first = new TreeMap<>(ORDER);
        private final Map<Kind, Integer> counts = new TreeMap<>(ORDER);
        private final int shown;
        private int licenses;
        private int changed;

        Tally(int shown) {
            this.shown = shown;
        }

        private record Kind(
                String kind, String what, @Nullable String to) {}

        void add(License license, Difference difference) {
            licenses++;
            changed += difference.isNothing() ? 0 : 1;
            String id = license.typeId();
            if (difference.before() != difference.after()) {
                note(
                        id,
                        new Kind("state", Fields.camelCase(difference.before()), Fields.camelCase(difference.after())));
            }
            difference.exceeded().forEach(limit -> note(id, new Kind("limitExceeded", limit, null)));
            difference.gained().forEach(code -> note(id, new Kind("featureGained", code, null)));
            difference.lost().forEach(code -> note(id, new Kind("featureLost", code, null)));
            difference.changed().forEach(code -> note(id, new Kind("featureChanged", code, null)));
        }

        private void note(String id, Kind kind) {
            counts.merge(kind, 1, Integer::sum);
            List<String> ids = first.computeIfAbsent(kind, k -> new ArrayList<>());
            if (ids.size() < shown) {
                ids.add(id);
            }
        }

        List<Change> changes() {
            return counts.entrySet().stream()
                    .map(e -> new Change(
                            e.getKey().kind(),
                            e.getKey().what(),
                            e.getKey().to(),
                            e.getValue(),
                            first.getOrDefault(e.getKey(), List.of())))
                    .toList();
        }
    }

    /** @param shown how many licences are named for each kind of change */
    Outcome run(PlanVersion proposed, int shown) {
        Instant now = time.instant();
        Tally tally = new Tally(shown);
        Map<String, Optional<Facts.Fallback>> fallbacks = new HashMap<>();
        var filter = new LicenseFilter(null, proposed.planId(), null, null, null, null, null, null, null);
        transaction.executeWithoutResult(status -> {
            try (Stream<License> licenses = store.each(filter, now)) {
                licenses.forEach(license -> tally.add(license, difference(license, proposed, fallbacks, now)));
            }
        });
        return new Outcome(
                License.typeId(proposed.planId()).replaceFirst("^lic_", "plan_"),
                now,
                tally.licenses,
                tally.changed,
                tally.changes());
    }

    private Difference difference(
            License license, PlanVersion proposed, Map<String, Optional<Facts.Fallback>> fallbacks, Instant now) {
        Overrides overrides = license.contract().overrides();
        Policy policy = overrides.equals(Overrides.NONE) ? proposed.policy() : overrides.over(proposed.policy());
        String fallbackPlan = policy.fallbackPlan();
        Facts.Fallback fallback = fallbackPlan == null
                ? null
                : fallbacks
                        .computeIfAbsent(fallbackPlan, code -> fallback(proposed.productId(), code))
                        .orElse(null);
        Facts before = license.facts(Facts.Devices.NONE, Facts.Users.NONE);
        Facts after = license.on(policy, overrides.over(proposed.features()), fallback)
                .facts(Facts.Devices.NONE, Facts.Users.NONE);
        License.Counts counts = license.counts();
        return Difference.between(
                before, after, new Difference.Taken(counts.devices(), counts.users(), counts.leases()), now);
    }

    private Optional<Facts.Fallback> fallback(UUID product, String code) {
        return Optional.ofNullable(catalog.planOf(product, code))
                .map(plan -> new Facts.Fallback(plan.planCode(), plan.features()));
    }
}
