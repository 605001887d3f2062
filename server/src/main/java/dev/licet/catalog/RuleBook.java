package dev.licet.catalog;

import dev.licet.core.id.Uuid7;
import dev.licet.core.release.Releases;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of products about their versions: set, changed, taken back. Those of one product change one after another. */
@Service
class RuleBook {
    private static final int MANY = 100;

    private final RuleStore store;
    private final ProductStore products;
    private final Events events;
    private final InstantSource time;

    RuleBook(RuleStore store, ProductStore products, Events events, InstantSource time) {
        this.store = store;
        this.products = products;
        this.events = events;
        this.time = time;
    }

    /** Reads a rule from a request and notes what is wrong with it. */
    @FunctionalInterface
    interface Draft {
        Releases rule(Checks checks, String name, @Nullable VersionRule before, Instant now);
    }

    /** @param isNew whether there was none by this name */
    record Outcome(boolean isNew, VersionRule rule) {}

    VersionRule get(UUID product, VersionRule.Kind kind, String idOrName) {
        return store.find(product, kind, idOrName).orElseThrow(() -> missing(kind));
    }

    List<VersionRule> list(UUID product, VersionRule.Kind kind, Paging paging) {
        return store.list(product, kind, paging);
    }

    /** Repeating changes nothing. */
    @Transactional
    Outcome put(Caller by, UUID product, VersionRule.Kind kind, String idOrName, Draft draft, LongConsumer seen) {
        products.lock(product);
        Instant now = time.instant();
        VersionRule before = store.find(product, kind, idOrName).orElse(null);
        String name = before == null ? idOrName : before.name();
        Releases rule = draft.rule(new Checks().code("name", name), name, before, now);
        if (before == null) {
            refuseIfTooMany(product);
            return new Outcome(true, set(by, null, made(product, kind, name, rule, now), now));
        }
        seen.accept(before.revision());
        if (before.rule().equals(rule)) {
            return new Outcome(false, before);
        }
        store.end(before, now);
        return new Outcome(false, set(by, before, before.changed(rule, now), now));
    }

    @Transactional
    void end(Caller by, UUID product, VersionRule.Kind kind, String idOrName, LongConsumer seen) {
        products.lock(product);
        Instant now = time.instant();
        VersionRule before = get(product, kind, idOrName);
        seen.accept(before.revision());
        store.end(before, now);
        show(product, now);
        String what = kind == VersionRule.Kind.BLOCK ? "lifted" : "cancelled";
        events.record(by, kind.event(what), before.typeId(), null, before.view(now), null);
    }

    /** Makes an event of each stage that has begun and that nobody was told of, in their order. */
    void tell(Caller by, VersionRule rule, Instant now) {
        List<String> told = new ArrayList<>(rule.told());
        for (VersionRule.Step step : rule.news(now)) {
            events.record(by, rule.kind().event(step.name()), rule.typeId(), null, null, rule.view(now));
            told.add(step.name());
        }
        if (told.size() > rule.told().size()) {
            store.told(rule.told(told));
        }
    }

    private VersionRule set(Caller by, @Nullable VersionRule before, VersionRule after, Instant now) {
        store.insert(after);
        show(after.productId(), now);
        events.record(
                by,
                after.kind().event(before == null ? "set" : "changed"),
                after.typeId(),
                null,
                before == null ? null : before.view(now),
                after.view(now));
        tell(by, after, now);
        return after;
    }

    private void show(UUID product, Instant now) {
        store.show(product, RuleStore.together(store.at(product, now)));
    }

    private static VersionRule made(UUID product, VersionRule.Kind kind, String name, Releases rule, Instant now) {
        return new VersionRule(Uuid7.next(), 1, product, kind, name, rule, Set.of(), now, now);
    }

    private void refuseIfTooMany(UUID product) {
        if (store.at(product, time.instant()).size() >= MANY) {
            throw Problem.conflict(
                    "TOO_MANY_RULES",
                    "The product has " + MANY + " blocks and ends of life: take back those that are over.");
        }
    }

    private static Problem missing(VersionRule.Kind kind) {
        return Problem.notFound(
                kind == VersionRule.Kind.BLOCK ? "block of this product" : "end of life of this product");
    }
}
