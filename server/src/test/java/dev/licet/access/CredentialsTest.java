package dev.licet.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class CredentialsTest {

    @Test
    void are_what_follows_the_scheme() {
        assertThat(Credentials.of(request("Bearer abc"), "Bearer")).contains("abc");
        assertThat(Credentials.of(request("bearer  abc "), "Bearer")).contains("abc");
        assertThat(LicenseAuthorization.key(request("License NOTES-AAAA"))).contains("NOTES-AAAA");
    }

    @Test
    void are_empty_without_the_header_or_with_another_scheme() {
        assertThat(Credentials.of(new MockHttpServletRequest(), "Bearer")).isEmpty();
        assertThat(Credentials.of(request(""), "Bearer")).isEmpty();
        assertThat(Credentials.of(request("Bearer"), "Bearer")).isEmpty();
        assertThat(Credentials.of(request("Bearer  "), "Bearer")).isEmpty();
        assertThat(Credentials.of(request("Bearerabc"), "Bearer")).isEmpty();
        assertThat(Credentials.of(request("Basic abc"), "Bearer")).isEmpty();
        assertThat(LicenseAuthorization.key(request("Bearer abc"))).isEmpty();
    }

    private static MockHttpServletRequest request(String header) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return request;
    }
}
