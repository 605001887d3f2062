package dev.licet.customers;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A group as it is answered.
 *
 * @param users e-mail addresses
 * @param devices fingerprints
 */
@Schema(name = "Group")
record GroupView(
        String customer,
        String code,
        String name,
        List<String> users,
        List<String> devices,
        Instant createdAt,
        Instant updatedAt) {

    static GroupView of(Group group) {
        return new GroupView(
                new TypeId(Ids.CUSTOMER, group.customerId()).toString(),
                group.code(),
                group.name(),
                group.users(),
                group.devices(),
                group.createdAt(),
                group.updatedAt());
    }
}
