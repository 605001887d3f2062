package dev.licet.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.testing.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Named users and their seats. */
class SeatTest {
    private final Vendor vendor = Vendor.onSharedServer();
    private final Vendor.Issued license = vendor.issue(vendor.plan(Map.of("users", 2)));

    private Answer assign(String user) {
        return vendor.put(license, "users/" + user, Map.of());
    }

    private static Map<String, Object> by(String user) {
        return Map.of("user", user);
    }

    @Test
    void R10_aLicenseOfANamedUserIsRefusedToAnyOther() {
        vendor.expect(license, "USER_REQUIRED");
        vendor.expect(license, by("ada@example.com"), "USER_NOT_ASSIGNED");
        assign("ada@example.com").expect(200);
        vendor.expect(license, by("Ada@Example.com"), "VALID");
        vendor.expect(license, by("eve@example.com"), "USER_NOT_ASSIGNED");
        vendor.activate(license, "laptop").problem(409, "USER_REQUIRED");
        vendor.api.delete(Vendor.path(license, "/users/ada@example.com")).expect(204);
        vendor.expect(license, by("ada@example.com"), "USER_NOT_ASSIGNED");
        assertThat(vendor.history(license))
                .containsExactly("license.user_freed", "license.user_assigned", "license.issued");
    }

    @Test
    void R5_theNextUserIsRefusedAndTheSeatIsBackWhenOneIsFreed() {
        assign("ada@example.com").expect(200);
        assign("bob@example.com").expect(200);
        assign("ADA@example.com").expect(200);
        assertThat(assign("eve@example.com").problem(409, "USER_LIMIT_REACHED").at("/limit"))
                .hasToString("2");
        vendor.api.delete(Vendor.path(license, "/users/ada@example.com")).expect(204);
        vendor.api.delete(Vendor.path(license, "/users/ada@example.com")).problem(404, "NOT_FOUND");
        assign("eve@example.com").expect(200);
        assertThat(vendor.api.get(Vendor.path(license, "/users")).expect(200).list("/data"))
                .extracting("email")
                .containsExactly("eve@example.com", "bob@example.com");
        assertThat(vendor.license(license).at("/counts/users")).hasToString("2");
    }

    @Test
    void R5_whenTheLimitIsLoweredTheFirstUsersGoOn() {
        assign("ada@example.com").expect(200);
        assign("bob@example.com").expect(200);
        vendor.override(license, Map.of("users", 1));
        vendor.expect(license, by("ada@example.com"), "VALID");
        vendor.expect(license, by("bob@example.com"), "TOO_MANY_USERS");
    }

    @Test
    void R39_aUserOfTheCustomerIsAssignedByIdOrAddress() {
        String customer = vendor.customer("organization");
        String user = vendor.api
                .post("/v1/customers/" + customer + "/users", Map.of("email", "grace@example.com", "name", "Grace"))
                .expect(201)
                .text("/id");
        Vendor.Issued theirs = vendor.issue(
                vendor.plan("named", Map.of("users", 3)), Map.of("customer", customer, "users", List.of(user)));
        Answer seats = vendor.api.get(Vendor.path(theirs, "/users")).expect(200);
        assertThat(seats.text("/data/0/email")).isEqualTo("grace@example.com");
        assertThat(seats.text("/data/0/user")).isEqualTo(user);
        vendor.expect(theirs, by("grace@example.com"), "VALID");
        vendor.api.delete(Vendor.path(theirs, "/users/" + user)).expect(204);
        assertThat(vendor.put(theirs, "users/grace@example.com", Map.of())
                        .expect(200)
                        .text("/user"))
                .isEqualTo(user);
    }

    @Test
    void refusesWhoIsNobody() {
        assign("nobody").invalid("user");
        assign("user_01h455vb4pex5vsknk084sn02q").problem(404, "NOT_FOUND");
        assign("%00").problem(400, "BAD_REQUEST");
        assign("a%20b@example.com").invalid("user");
    }
}
