package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.State;
import dev.licet.core.json.Fields;
import dev.licet.core.time.Span;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Licences as a person works on them at a screen. Rules and events are those of every other caller. */
@Service
public class LicenseDesk {
    private final Licenses licenses;
    private final Lifecycle lifecycle;
    private final LicenseFilters filters;
    private final LicenseStore store;
    private final UsageSource usage;
    private final PastDecisions decisions;
    private final InstantSource time;

    LicenseDesk(
            Licenses licenses,
            Lifecycle lifecycle,
            LicenseFilters filters,
            LicenseStore store,
            UsageSource usage,
            PastDecisions decisions,
            InstantSource time) {
        this.licenses = licenses;
        this.lifecycle = lifecycle;
        this.filters = filters;
        this.store = store;
        this.usage = usage;
        this.decisions = decisions;
        this.time = time;
    }

    /**
     * Which licences a list shows; null leaves a filter out.
     *
     * @param customer id, or externalId
     * @param kind the kind of customer
     * @param q a key that was typed in whole, or a text to look for
     */
    public record Filter(
            @Nullable String customer,
            @Nullable String plan,
            @Nullable String product,
            @Nullable String state,
            @Nullable String kind,
            @Nullable Instant expiresBefore,
            @Nullable Instant expiresAfter,
            @Nullable String q) {}

    /**
     * A licence to be issued.
     *
     * @param plan its id
     * @param customer id, or externalId
     * @param users e-mail addresses of those who get its seats
     * @param policy what it has otherwise than its plan; so are the features
     */
    public record Order(
            @Nullable String plan,
            @Nullable String customer,
            List<String> users,
            Map<String, @Nullable Object> policy,
            Map<String, @Nullable Object> features,
            @Nullable Instant startsAt,
            @Nullable Instant expiresAt,
            Map<String, @Nullable Object> metadata) {}

    /** A licence whose key was just made. */
    public record Keyed(LicenseCard license, String key) {
        @Override
        public String toString() {
            return "Keyed[" + license.id() + "]";
        }
    }

    /**
     * A page of the list, newest first.
     *
     * @throws Problem 422 that names a filter
     */
    public Page<LicenseCard> list(Filter filter, Paging paging) {
        var parameters = new LicenseFilters.Parameters(
                filter.customer(),
                filter.plan(),
                filter.product(),
                state(filter.state()),
                filter.kind(),
                filter.expiresBefore(),
                filter.expiresAfter(),
                filter.q(),
                null);
        return Page.of(licenses.list(filters.read(parameters), paging), paging, License::id, this::listed);
    }

    /** Those that end from now until then, the next first. */
    public List<LicenseCard> expiring(Instant until, int limit) {
        Instant now = time.instant();
        return store.expiring(now, until, limit).stream().map(this::listed).toList();
    }

    /** Those in which more devices or users have places than it permits, as many as are asked for. */
    public List<LicenseCard> overLimit(int limit) {
        return store.overLimit(time.instant(), limit).stream().map(this::listed).toList();
    }

    /**
     * A licence with how its metered features stand.
     *
     * @throws Problem 404
     */
    public LicenseCard get(String id) {
        return card(licenses.get(id));
    }

    public Keyed issue(Caller by, Order order) {
        return keyed(licenses.issue(
                by,
                new LicenseRequest(
                        order.plan(),
                        null,
                        order.customer(),
                        order.users(),
                        new Overrides(order.policy(), order.features()),
                        order.startsAt(),
                        order.expiresAt(),
                        order.metadata())));
    }

    public LicenseCard suspend(Caller by, String id, @Nullable String reason) {
        return card(lifecycle.suspend(by, id, new Bodies.Reason(reason).reason()));
    }

    public LicenseCard resume(Caller by, String id) {
        return card(lifecycle.resume(by, id, version -> {}));
    }

    public LicenseCard revoke(Caller by, String id, @Nullable String reason) {
        return card(lifecycle.revoke(by, id, new Bodies.Reason(reason).reason()));
    }

    /** Adds this span, or the plan's term when it is null. */
    public LicenseCard renew(Caller by, String id, @Nullable Span term) {
        Bodies.Renewal renewal = new Bodies.Renewal(term);
        renewal.check();
        return card(lifecycle.renew(by, id, renewal.term()));
    }

    public LicenseCard expiry(Caller by, String id, @Nullable Instant end) {
        return card(lifecycle.expiry(by, id, end));
    }

    public LicenseCard move(Caller by, String id, @Nullable String plan) {
        return card(lifecycle.move(by, id, plan));
    }

    public LicenseCard transfer(Caller by, String id, @Nullable String customer) {
        return card(lifecycle.transfer(by, id, customer));
    }

    public Keyed replaceKey(Caller by, String id) {
        return keyed(lifecycle.replaceKey(by, id));
    }

    /** The key in full; that it was shown, and to whom, stands in the history. */
    public String reveal(Caller by, String id) {
        return lifecycle.reveal(by, licenses.get(id));
    }

    /** What the rules say to a question: at a moment of the past, by the record alone; with null now, on the facts as they stand. */
    public PastDecision why(String id, Question question, @Nullable Instant at) {
        return at == null ? decisions.now(id, question) : decisions.decide(id, question, at);
    }

    private static @Nullable State state(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(State.values())
                        .filter(state -> Fields.camelCase(state).equals(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("state", "is no state of a license"));
    }

    private Keyed keyed(Licenses.Issued issued) {
        return new Keyed(card(issued.license()), issued.key());
    }

    private LicenseCard listed(License license) {
        return LicenseCard.of(license, Map.of(), time.instant());
    }

    private LicenseCard card(License license) {
        Instant now = time.instant();
        var facts = license.facts(Facts.Devices.NONE, Facts.Users.NONE);
        return LicenseCard.of(
                license,
                UsageBalance.of(usage.usage(license.id(), license.productId(), facts, license.issuedAt(), now)),
                now);
    }
}
