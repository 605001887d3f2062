package dev.licet.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void addressesAreWrittenInOneForm() {
        String[] forms = {
            "192.0.2.1=192.0.2.1",
            "::ffff:192.0.2.1=192.0.2.1",
            "::FFFF:C000:201=192.0.2.1",
            "0:0:0:0:0:0:0:1=::1",
            "::=::",
            "2001:DB8:0:0:1:0:0:1=2001:db8::1:0:0:1",
            "2001:db8:0:1:1:1:1:1=2001:db8:0:1:1:1:1:1",
            "64:ff9b::192.0.2.33=64:ff9b::c000:221",
            "fe80::1%eth0=fe80::1",
            "1:0:0:2:0:0:0:3=1:0:0:2::3",
        };
        Arrays.stream(forms)
                .map(form -> form.split("=", -1))
                .forEach(form -> assertThat(Address.parse(form[0])).as(form[0]).hasToString(form[1]));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        String[] bad = {
            "",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            "01.2.3.4",
            "1.2.3.x",
            "localhost",
            ":",
            ":::",
            "1::2::3",
            "12345::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "::1.2.3",
            "1:2:3:4:5:6:7::8",
            "g::",
            "1.2.3.4:80",
            "+1.2.3.4",
        };
        for (String text : bad) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Address.parse(text));
        }
    }

    @Test
    void aNetworkHasWhatSharesItsPrefix() {
        String[] cases = {
            "10.0.0.0/8 10.255.255.255 yes", "10.0.0.0/8 11.0.0.0 no", "192.0.2.128/25 192.0.2.127 no",
            "192.0.2.128/25 192.0.2.128 yes", "0.0.0.0/0 203.0.113.1 yes", "0.0.0.0/0 2001:db8::1 no",
            "2001:db8::/32 2001:db8:ffff::1 yes", "2001:db8::/33 2001:db8:8000::1 no", "::/0 2001:db8::1 yes",
            "::/0 192.0.2.1 no", "192.0.2.7 192.0.2.7 yes", "192.0.2.7 192.0.2.6 no",
            "::ffff:10.0.0.0/104 10.1.1.1 yes", "10.0.0.9/8 10.0.0.1 yes",
        };
        for (String each : cases) {
            String[] parts = each.split(" ", -1);
            assertThat(Network.parse(parts[0]).contains(Address.parse(parts[1])))
                    .as(each)
                    .isEqualTo(parts[2].equals("yes"));
        }
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        for (String text : new String[] {
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "10.0.0.0/08",
            "::/129",
            "x/8",
            "/8",
            "::ffff:10.0.0.0/8",
            "10.0.0.0/8/8"
        }) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Network.parse(text));
        }
    }

    @Test
    void privateAddressesSayNothingOfACountry() {
        for (String text : new String[] {
            "10.1.1.1",
            "172.31.0.1",
            "192.168.0.1",
            "127.0.0.1",
            "169.254.1.1",
            "::1",
            "fd00::1",
            "fe80::1",
            "100.64.0.1",
            "::ffff:127.0.0.1"
        }) {
            assertThat(Network.isPrivate(Address.parse(text))).as(text).isTrue();
        }
        for (String text : new String[] {"172.32.0.1", "8.8.8.8", "2001:db8::1", "100.128.0.1"}) {
            assertThat(Network.isPrivate(Address.parse(text))).as(text).isFalse();
        }
    }
}
