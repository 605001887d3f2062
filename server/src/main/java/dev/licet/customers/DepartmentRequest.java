package dev.licet.customers;

import dev.licet.platform.Checks;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department as a caller describes it.
 *
 * @param parent the id or code of the department that it is a part of
 */
record DepartmentRequest(
        String code,
        String name,
        @Nullable String parent,
        @Nullable String externalId,
        @Nullable Map<String, @Nullable Object> metadata) {

    static DepartmentRequest of(Department department) {
        return new DepartmentRequest(
                department.code(),
                department.name(),
                department.parent(),
                department.externalId(),
                department.metadata());
    }

    DepartmentRequest checked() {
        checks().code("/code", code).done();
        return this;
    }

    /** Checked as a change of what there is. */
    DepartmentRequest checked(Department before) {
        checks().that("/code", before.code().equals(code), "never changes: make another department")
                .done();
        return this;
    }

    Department department(UUID id, UUID customer, @Nullable Department above, long version, Instant made, Instant now) {
        return new Department(
                id,
                customer,
                code,
                name,
                above == null ? null : above.id(),
                above == null ? null : above.code(),
                externalId,
                metadata == null ? Map.of() : metadata,
                version,
                made,
                now);
    }

    private Checks checks() {
        Checks checks = new Checks().text("/name", name, 1, 200);
        if (externalId != null) {
            checks.text("/externalId", externalId, 1, 200);
        }
        return Metadata.check(checks, metadata);
    }
}
