package dev.licet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licet.core.place.Network;
import dev.licet.platform.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedAddressTest {
    private static final List<Network> PROXIES = List.of(Network.parse("10.0.0.0/8"), Network.parse("2001:db8::/32"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, '', 192.0.2.1",
        "192.0.2.1, 203.0.113.1, 192.0.2.1",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, 203.0.113.1, 203.0.113.1",
        "::ffff:10.0.0.1, 203.0.113.1, 203.0.113.1",
        "10.0.0.1, '198.51.100.1, 203.0.113.1', 203.0.113.1",
        "10.0.0.1, '198.51.100.1, 203.0.113.1, 10.2.2.2, 2001:db8::5', 203.0.113.1",
        "10.0.0.1, '10.3.3.3, 10.2.2.2', 10.3.3.3",
        "10.0.0.1, '198.51.100.1, nonsense', 10.0.0.1",
        "10.0.0.1, '198.51.100.1,', 10.0.0.1",
        "10.0.0.1, 203.0.113.1:4711, 203.0.113.1",
        "10.0.0.1, '[2A00::0:1]:4711', 2a00::1",
        "10.0.0.1, 2a00::1, 2a00::1",
    })
    void theLastAddressThatATrustedProxySawCounts(String peer, String header, String address) {
        var addresses = new ForwardedAddress(new Settings.Proxies(PROXIES, "X-Forwarded-For"));
        assertThat(addresses.of(peer, header.isEmpty() ? List.of() : List.of(header)))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "for=203.0.113.1, 203.0.113.1",
        "'proto=https;For=\"203.0.113.1:80\";by=10.0.0.1', 203.0.113.1",
        "'for=198.51.100.1, for=\"[2a00::1]:80\"', 2a00::1",
        "'for=198.51.100.1, for=_hidden', 10.0.0.1",
        "'for=198.51.100.1, proto=https', 10.0.0.1",
    })
    void forwardedIsReadAsRfc7239WritesIt(String header, String address) {
        var addresses = new ForwardedAddress(new Settings.Proxies(PROXIES, "forwarded"));
        assertThat(addresses.of("10.0.0.1", List.of(header))).isEqualTo(address);
    }

    @Test
    void aHeaderThatIsGivenTwiceIsOneList() {
        var addresses = new ForwardedAddress(new Settings.Proxies(PROXIES, "X-Forwarded-For"));
        assertThat(addresses.of("10.0.0.1", List.of("198.51.100.1", "203.0.113.1")))
                .isEqualTo("203.0.113.1");
    }
}
