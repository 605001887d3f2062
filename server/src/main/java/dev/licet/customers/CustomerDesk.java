package dev.licet.customers;

import dev.licet.core.id.TypeId;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Customers as a person works on them at a screen. Rules and events are those of every other caller. */
@Service
public class CustomerDesk {
    private final CustomerRecords records;
    private final CustomerStore store;
    private final JsonMapper json;

    CustomerDesk(CustomerRecords records, CustomerStore store, JsonMapper json) {
        this.records = records;
        this.store = store;
        this.json = json;
    }

    /** A customer to be made; see {@link Customer}. */
    public record NewCustomer(
            String kind,
            String name,
            String email,
            String country,
            @Nullable String externalId,
            Map<String, @Nullable Object> metadata) {}

    /** The id as it is written. */
    public static String ref(UUID customer) {
        return new TypeId(Ids.CUSTOMER, customer).toString();
    }

    /** A page of the list, newest first; {@code q} is a part of the name or e-mail address. */
    public Page<Customer> list(@Nullable String kind, @Nullable String q, @Nullable String country, Paging paging) {
        var filter = new CustomerFilter(kind, q, null, country);
        return Page.of(records.list(filter, paging), paging, Customer::id, customer -> customer);
    }

    /**
     * A customer as a path names it.
     *
     * @throws dev.licet.platform.Problem 404
     */
    public Customer get(String id) {
        return records.get(id);
    }

    /** The names of customers, by their ids as they are written. */
    public Map<String, String> names(Collection<String> customers) {
        List<UUID> ids =
                customers.stream().distinct().map(id -> TypeId.parse(id).uuid()).toList();
        Map<String, String> names = new LinkedHashMap<>();
        store.names(ids).forEach((id, name) -> names.put(ref(id), name));
        return names;
    }

    /** The one customer that is meant by an id, an external id, or an e-mail address that no other has; as it was given otherwise. */
    public String meant(String text) {
        List<Customer> found = text.contains("@") ? store.byEmail(text) : List.of();
        return found.size() == 1 ? ref(found.getFirst().id()) : text;
    }

    public Customer create(Caller by, NewCustomer customer) {
        return records.create(
                by,
                new CustomerRequest(
                        customer.kind(),
                        customer.name(),
                        customer.email(),
                        customer.country(),
                        customer.externalId(),
                        customer.metadata()));
    }

    public Customer change(Caller by, String id, Map<String, ? extends @Nullable Object> change) {
        return records.patch(by, id, json.valueToTree(change), version -> {});
    }
}
