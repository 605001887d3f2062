package dev.licet.core.allocation;

import dev.licet.core.policy.Overage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a licence (users, devices or leases), divided among departments. Whoever works in no department with a part draws on
 * the rest. An overage belongs to the rest: what a department was given is exact.
 *
 * @param limit how many the licence has; null for no end
 * @param overage how far beyond the limit the licence may go
 * @param parts what departments were given
 * @param rest how many are held by people who draw on no part
 */
public record Division(@Nullable Integer limit, Overage overage, List<Part> parts, int rest) {
    public Division {
        parts = List.copyOf(parts);
    }

    /** How many departments were given together. */
    public long allocated() {
        return parts.stream().mapToLong(Part::allocated).sum();
    }

    /** How many are held together. */
    public long used() {
        return rest + parts.stream().mapToLong(Part::used).sum();
    }

    /** Whether no more was given than there is. */
    public boolean fits() {
        return limit == null || allocated() <= limit;
    }

    /** How many no department was given; null for no end. */
    public @Nullable Integer unallocated() {
        return limit == null ? null : between(limit - allocated());
    }

    /**
     * Which part somebody draws on: that of the nearest department that has one.
     *
     * @param departments where the person works, that department's code first and then those above it
     */
    public Share shareOf(List<String> departments) {
        for (String department : departments) {
            for (Part part : parts) {
                if (part.department().equals(department)) {
                    return new Share(department, part.allocated(), part.used(), List.of());
                }
            }
        }
        Integer permitted = overage.allowed(limit);
        return new Share(null, permitted == null ? null : between(permitted - allocated()), rest, List.of());
    }

    /** Whether somebody who draws on this share may take one more. Neither the whole nor the share is ever exceeded by taking. */
    public Taking take(Share share) {
        Integer permitted = overage.allowed(limit);
        if (permitted != null && used() >= permitted) {
            return new Taking.Full(permitted);
        } else if (!share.full()) {
            return new Taking.Granted();
        }
        return share.department() == null
                ? new Taking.Full(Objects.requireNonNull(share.limit()))
                : new Taking.DepartmentFull(share);
    }

    /** How many more can be taken of a share now, with the whole in view; null for no end. */
    public @Nullable Integer free(Share share) {
        Integer permitted = overage.allowed(limit);
        Integer ofShare = share.limit() == null ? null : between(share.limit() - share.used());
        Integer ofWhole = permitted == null ? null : between(permitted - used());
        if (ofShare == null || ofWhole == null) {
            return ofShare == null ? ofWhole : ofShare;
        }
        return Math.min(ofShare, ofWhole);
    }

    /** The division after somebody who draws on this share has taken one. */
    public Division taken(Share share) {
        List<Part> after = parts.stream()
                .map(part -> part.department().equals(share.department())
                        ? new Part(part.department(), part.allocated(), part.used() + 1)
                        : part)
                .toList();
        return new Division(limit, overage, after, share.department() == null ? rest + 1 : rest);
    }

    private static int between(long number) {
        return (int) Math.max(0, Math.min(number, Integer.MAX_VALUE));
    }
}
