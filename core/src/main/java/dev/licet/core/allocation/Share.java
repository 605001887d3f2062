package dev.licet.core.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a quantity that somebody draws on.
 *
 * @param department the code of the department whose part it is; null for what no department was given
 * @param limit how many it is; null for no end
 * @param used how many are taken of it
 * @param devices ids of those devices, among the ones alike to the device in question, that count in {@code used}
 */
public record Share(@Nullable String department, @Nullable Integer limit, int used, List<String> devices) {
    public Share {
        devices = List.copyOf(devices);
    }

    /** Whether nothing is left of it. */
    public boolean full() {
        return limit != null && used >= limit;
    }

    /** The same part with these devices counted in it. */
    public Share with(List<String> devices) {
        return new Share(department, limit, used, devices);
    }
}
