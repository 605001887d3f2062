package dev.licet.customers;

import dev.licet.core.id.TypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A department as it is answered.
 *
 * @param parent the code of the department that it is a part of
 * @param metadata in the order of its names
 */
@Schema(name = "Department")
record DepartmentView(
        String id,
        String customer,
        String code,
        String name,
        @Nullable String parent,
        @Nullable String externalId,
        Map<String, @Nullable Object> metadata,
        Instant createdAt,
        Instant updatedAt) {

    static DepartmentView of(Department department) {
        return new DepartmentView(
                department.typeId(),
                new TypeId(Ids.CUSTOMER, department.customerId()).toString(),
                department.code(),
                department.name(),
                department.parent(),
                department.externalId(),
                new TreeMap<>(department.metadata()),
                department.createdAt(),
                department.updatedAt());
    }
}
