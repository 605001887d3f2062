package dev.licet.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which departments a list is to show; what is null does not matter.
 *
 * @param parent those directly below this one
 */
record DepartmentFilter(
        @Nullable UUID parent, @Nullable String q, @Nullable String externalId) {}
