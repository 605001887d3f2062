package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.OnExpiry;
import dev.licet.core.policy.Policy;
import dev.licet.platform.EventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The facts about a licence as they were at a moment. Its contract comes from the last event that recorded it, the terms of its plan
 * from the plan's versions, which never change, its devices and seats from their records and events.
 */
@Component
class Past {
    private final EventLog events;
    private final Catalog catalog;
    private final PastDevices devices;
    private final PastSeats seats;

    Past(EventLog events, Catalog catalog, PastDevices devices, PastSeats seats) {
        this.events = events;
        this.catalog = catalog;
        this.devices = devices;
        this.seats = seats;
    }

    /** Empty when the licence was not issued yet. */
    Optional<PastFacts> facts(License license, Question question, Instant at) {
        return events.latest(license.typeId(), Snapshot.MEMBER, at).map(event -> facts(license, event, question, at));
    }

    private PastFacts facts(License license, EventLog.Event event, Question question, Instant at) {
        Snapshot snapshot = Snapshot.read(Objects.requireNonNull(event.after()));
        PlanVersion plan = plan(license, snapshot);
        Policy policy = snapshot.overrides().over(plan.policy());
        Features features = snapshot.overrides().over(plan.features());
        PastDevices.Found held = devices.find(license, policy, question, at);
        PastSeats.Found users = seats.find(license, question.user(), at);
        Facts facts = new Facts(
                license.product(),
                plan.planCode(),
                policy,
                features,
                fallback(license, policy, at),
                snapshot.term(),
                snapshot.suspendedAt(),
                snapshot.revokedAt(),
                held.checkedInAt(),
                held.devices(),
                users.users(),
                Facts.Leases.NONE,
                Facts.Usage.NONE,
                catalog.releasesAt(license.productId(), at));
        List<PastDecision.Source> sources = new ArrayList<>();
        sources.add(PastDecision.Source.of(event, "the licence: plan, overrides, term, suspension, revocation"));
        sources.addAll(held.sources());
        sources.addAll(users.sources());
        List<PastDecision.NotConsidered> missing = new ArrayList<>(held.notConsidered());
        missing.addAll(Unrecorded.of(facts, question, license.contract().customerId() != null));
        return new PastFacts(facts, sources, missing);
    }

    private PlanVersion plan(License license, Snapshot snapshot) {
        PlanVersion current = Objects.requireNonNull(catalog.planOf(license.productId(), snapshot.plan()));
        return catalog.planVersion(current.planId(), snapshot.planVersion());
    }

    /** As the fallback plan was at that moment: it is always taken as it is. */
    private Facts.@Nullable Fallback fallback(License license, Policy policy, Instant at) {
        String code = policy.fallbackPlan();
        PlanVersion plan = code == null || policy.onExpiry() != OnExpiry.FALLBACK
                ? null
                : catalog.planAt(license.productId(), code, at);
        return plan == null ? null : new Facts.Fallback(plan.planCode(), plan.features());
    }
}
