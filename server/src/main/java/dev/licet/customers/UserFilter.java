package dev.licet.customers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which users a list is to show; what is null does not matter.
 *
 * @param department those who work there
 * @param below those who work there, or in a department below it
 * @param departed those who have left, or those who have not
 */
record UserFilter(
        @Nullable UUID department,
        @Nullable UUID below,
        @Nullable Boolean departed,
        @Nullable String externalId,
        @Nullable String q) {}
