package dev.licet.core.decision;

import dev.licet.core.policy.FeatureGrant;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What other terms would change about one licence, at an instant, if everything else stayed as it is.
 *
 * @param before where it stands
 * @param after where it would stand
 * @param exceeded the limits that it keeps now and would exceed: {@code devices}, {@code users}, {@code leases}
 * @param gained the codes of features that it would have and has not
 * @param lost the codes of features that it has and would not have
 * @param changed the codes of features that it would have with another value or another end
 */
public record Difference(
        State before, State after, List<String> exceeded, Set<String> gained, Set<String> lost, Set<String> changed) {

    /**
     * What a licence has taken of its limits.
     *
     * @param devices active devices
     * @param users assigned users
     * @param leases floating seats that are taken
     */
    public record Taken(int devices, int users, int leases) {}

    /** Compares a licence on two terms. */
    public static Difference between(Facts before, Facts after, Taken taken, Instant now) {
        Standing was = Standing.of(before, now);
        Standing is = Standing.of(after, now);
        Set<String> gained = new TreeSet<>();
        Set<String> lost = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        Set<String> codes = new TreeSet<>(was.features().grants().keySet());
        codes.addAll(is.features().grants().keySet());
        for (String code : codes) {
            boolean had = included(was.features(), code);
            boolean has = included(is.features(), code);
            if (had != has) {
                (has ? gained : lost).add(code);
            } else if (!same(
                    was.features().grants().get(code), is.features().grants().get(code))) {
                changed.add(code);
            }
        }
        return new Difference(
                was.state(), is.state(), exceeded(before.policy(), after.policy(), taken), gained, lost, changed);
    }

    /** Whether nothing would change. */
    public boolean isNothing() {
        return before == after && exceeded.isEmpty() && gained.isEmpty() && lost.isEmpty() && changed.isEmpty();
    }

    private static boolean included(Features features, String code) {
        return features.include(code);
    }

    private static boolean same(@Nullable FeatureGrant one, @Nullable FeatureGrant other) {
        return Objects.equals(one, other);
    }

    private static List<String> exceeded(Policy before, Policy after, Taken taken) {
        List<String> exceeded = new ArrayList<>();
        note(exceeded, "devices", taken.devices(), limit(before, before.devices()), limit(after, after.devices()));
        note(exceeded, "users", taken.users(), limit(before, before.users()), limit(after, after.users()));
        note(exceeded, "leases", taken.leases(), limit(before, before.concurrent()), limit(after, after.concurrent()));
        return exceeded;
    }

    private static @Nullable Integer limit(Policy policy, @Nullable Integer limit) {
        return policy.overage().allowed(limit);
    }

    private static void note(
            List<String> exceeded, String what, int taken, @Nullable Integer before, @Nullable Integer after) {
        boolean was = before != null && taken > before;
        boolean is = after != null && taken > after;
        if (is && !was) {
            exceeded.add(what);
        }
    }
}
