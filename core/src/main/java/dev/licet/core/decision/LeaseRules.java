package dev.licet.core.decision;

import org.jspecify.annotations.Nullable;

/** Rules about floating seats. */
final class LeaseRules {
    private LeaseRules() {}

    /**
     * Whoever has no seat is refused once all are taken. Those that were taken first stay good when the limit is lowered.
     */
    static Decision.@Nullable Refused tooMany(Case it) {
        Facts.Leases leases = it.facts().leases();
        Integer allowed = it.policy().overage().allowed(it.policy().concurrent());
        Integer rank = leases.rank();
        if (allowed == null || (rank == null ? leases.used() < allowed : rank <= allowed)) {
            return null;
        }
        return it.refuse(
                Code.TOO_MANY_LEASES,
                leases.used() + " floating seats are taken and " + allowed + " permitted"
                        + (rank == null ? ", and none of them is held here." : "."));
    }
}
