package dev.licet.customers;

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

    Customers(CustomerStore customers, UserStore users) {
        this.customers = customers;
        this.users = users;
    }

    /** A customer by id, or by what the vendor's own systems call it. */
    public Optional<Customer> find(String idOrExternalId) {
        Optional<UUID> id = Ids.id(Ids.CUSTOMER, idOrExternalId);
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
}
