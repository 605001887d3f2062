package dev.licet.licensing;

import dev.licet.testing.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization with departments and people, for one test. */
final class Organization {
    final Vendor vendor;
    final String id;
    final String path;

    Organization(Vendor vendor) {
        this.vendor = vendor;
        id = vendor.customer("organization");
        path = "/v1/customers/" + id;
    }

    Organization department(String code) {
        return department(code, null);
    }

    Organization department(String code, @Nullable String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("code", code, "name", code));
        if (parent != null) {
            body.put("parent", parent);
        }
        vendor.api.post(path + "/departments", body).expect(201);
        return this;
    }

    /** Users {@code name-0@example.com} and so on, in a department or in none; their addresses. */
    List<String> people(String name, int count, @Nullable String department) {
        List<Map<String, Object>> users = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String email = name + "-" + i + "@example.com";
            Map<String, Object> user = new HashMap<>(Map.of("email", email, "name", "Somebody"));
            if (department != null) {
                user.put("department", department);
            }
            users.add(user);
            emails.add(email);
        }
        vendor.api.post(path + "/users/bulk", Map.of("users", users)).expect(200);
        return emails;
    }

    String person(String email) {
        return vendor.api
                .post(path + "/users", Map.of("email", email, "name", "Somebody"))
                .expect(201)
                .text("/id");
    }

    Answer move(String email, String department) {
        return vendor.api.patch(path + "/users/" + email, Map.of("department", department));
    }

    Answer depart(String user) {
        return vendor.api.put(path + "/users/" + user + "/departure", Map.of("reason", "left on Friday"));
    }

    Vendor.Issued license(Map<String, ?> policy) {
        return vendor.issue(vendor.plan(Vendor.unique("plan-"), policy), Map.of("customer", id));
    }

    Answer allocate(Vendor.Issued license, String department, Map<String, ?> parts) {
        return vendor.put(license, "allocations/" + department, parts);
    }

    Answer assign(Vendor.Issued license, String email) {
        return vendor.put(license, "users/" + email, Map.of());
    }

    Answer activate(Vendor.Issued license, String fingerprint, String user) {
        return vendor.program.post(
                "/v1/activations", Map.of("key", license.key(), "user", user, "device", Vendor.device(fingerprint)));
    }

    Answer allocations(Vendor.Issued license) {
        return vendor.api.get(Vendor.path(license, "/allocations")).expect(200);
    }
}
