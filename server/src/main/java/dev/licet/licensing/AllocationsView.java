package dev.licet.licensing;

import dev.licet.core.allocation.Division;
import dev.licet.core.policy.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a licence is divided, as it is answered. */
@Schema(name = "Allocations")
record AllocationsView(String license, Whole users, Whole devices, Whole concurrent, List<AllocationView> departments) {

    /**
     * One quantity of the licence.
     *
     * @param limit how many the licence has; null for no end
     * @param allocated how many departments were given together
     * @param unallocated how many no department was given; null for no end
     * @param used how many are held in all
     * @param unallocatedUsed how many are held by people who work in no department with a part
     * @param unallocatedFree how many more such people can take now, overage included; null for no end
     */
    @Schema(name = "DividedAmount")
    record Whole(
            @Nullable Integer limit,
            long allocated,
            @Nullable Integer unallocated,
            long used,
            int unallocatedUsed,
            @Nullable Integer unallocatedFree) {

        static Whole of(Division division) {
            return new Whole(
                    division.limit(),
                    division.allocated(),
                    division.unallocated(),
                    division.used(),
                    division.rest(),
                    division.free(division.shareOf(List.of())));
        }
    }

    static AllocationsView of(License license, Allotments all) {
        Policy policy = license.policy();
        return new AllocationsView(
                license.typeId(),
                Whole.of(all.division(Quantity.USERS, policy)),
                Whole.of(all.division(Quantity.DEVICES, policy)),
                Whole.of(all.division(Quantity.CONCURRENT, policy)),
                all.departments().stream()
                        .map(each -> AllocationView.of(each, all, policy))
                        .toList());
    }
}
