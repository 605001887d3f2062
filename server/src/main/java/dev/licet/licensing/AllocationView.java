package dev.licet.licensing;

import dev.licet.core.allocation.Division;
import dev.licet.core.id.TypeId;
import dev.licet.core.policy.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department was given of a licence, as it is answered; null where a quantity is undivided.
 *
 * @param department its code
 */
@Schema(name = "Allocation")
record AllocationView(
        String department,
        String departmentId,
        String name,
        @Nullable Amount users,
        @Nullable Amount devices,
        @Nullable Amount concurrent) {

    /**
     * A department's part of one quantity.
     *
     * @param used more than allocated after the part was lowered or people moved; then nothing more can be taken
     * @param free how many more can be taken now, with the whole licence in view
     */
    @Schema(name = "AllocatedAmount")
    record Amount(int allocated, int used, @Nullable Integer free) {}

    static AllocationView of(Allotment allotment, Allotments all, Policy policy) {
        return new AllocationView(
                allotment.code(),
                new TypeId("dept", allotment.departmentId()).toString(),
                allotment.name(),
                amount(Quantity.USERS, allotment, all, policy),
                amount(Quantity.DEVICES, allotment, all, policy),
                amount(Quantity.CONCURRENT, allotment, all, policy));
    }

    private static @Nullable Amount amount(Quantity quantity, Allotment allotment, Allotments all, Policy policy) {
        Division division = all.division(quantity, policy);
        return allotment
                .part(quantity)
                .map(part -> new Amount(
                        part.allocated(), part.used(), division.free(division.shareOf(List.of(part.department())))))
                .orElse(null);
    }
}
