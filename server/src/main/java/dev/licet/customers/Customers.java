package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What other modules ask about customers and their users. */
@Service
public class Customers {
    private final CustomerStore customers;
    private final UserStore users;
    private final Departments departments;
    private final GroupStore groups;
    private final PersonStore people;

    Customers(
            CustomerStore customers, UserStore users, Departments departments, GroupStore groups, PersonStore people) {
        this.customers = customers;
        this.users = users;
        this.departments = departments;
        this.groups = groups;
        this.people = people;
    }

    /** A customer by id, or by what the vendor's own systems call it. */
    public Optional<Customer> find(String idOrExternalId) {
        Optional<UUID> id = TypeId.find(Ids.CUSTOMER, idOrExternalId);
        return id.isPresent() ? customers.find(id.get()) : customers.findByExternalId(idOrExternalId);
    }

    /**
     * A customer as the field of a body at {@code pointer} names it.
     *
     * @throws Problem 422 that names the field
     */
    public Customer customerIn(String pointer, @Nullable String idOrExternalId) {
        if (idOrExternalId == null) {
            throw Problem.invalid(pointer, "is required");
        }
        return find(idOrExternalId)
                .orElseThrow(() -> Problem.invalid(pointer, "is not the id or externalId of a customer"));
    }

    /** A user of a customer by id, or by e-mail address in any case of letters. */
    public Optional<User> findUser(UUID customerId, String idOrEmail) {
        return users.find(customerId, idOrEmail);
    }

    /**
     * A user of a customer as the field of a body at {@code pointer} names it.
     *
     * @throws Problem 422 that names the field
     */
    public User userIn(String pointer, UUID customerId, @Nullable String idOrEmail) {
        if (idOrEmail == null) {
            throw Problem.invalid(pointer, "is required");
        }
        return findUser(customerId, idOrEmail)
                .orElseThrow(
                        () -> Problem.invalid(pointer, "is not the id or e-mail address of a user of the customer"));
    }

    /**
     * Who somebody is in a customer's organization: user, departments, groups. One statement, and an answer for whomever.
     *
     * @param email as a program names its user, in any case of letters; null when it names none
     * @param fingerprint of the device, which may be in groups too; null when there is none
     */
    public Person person(UUID customerId, @Nullable String email, @Nullable String fingerprint) {
        return people.find(customerId, email, fingerprint);
    }

    /**
     * A department of a customer as the field of a body at {@code pointer} names it, by id or code.
     *
     * @throws Problem 422 that names the field
     */
    public Department departmentIn(String pointer, UUID customerId, @Nullable String idOrCode) {
        if (idOrCode == null) {
            throw Problem.invalid(pointer, "is required");
        }
        return departments.in(pointer, customerId, idOrCode);
    }

    /** A department of a customer by id or code. */
    public Optional<Department> findDepartment(UUID customerId, String idOrCode) {
        return departments.find(customerId, idOrCode);
    }

    /**
     * The code of a group of a customer, as the field of a body at {@code pointer} names it.
     *
     * @throws Problem 422 that names the field
     */
    public String groupIn(String pointer, UUID customerId, @Nullable String code) {
        if (code == null) {
            throw Problem.invalid(pointer, "is required");
        }
        return groups.find(customerId, code)
                .map(Group::code)
                .orElseThrow(() -> Problem.invalid(pointer, "is not the code of a group of the customer"));
    }
}
