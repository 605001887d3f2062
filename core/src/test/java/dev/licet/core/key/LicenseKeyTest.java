package dev.licet.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licet.core.id.Base32;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicenseKeyTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadAsPeopleTypeIt() {
        LicenseKey key = LicenseKey.generate(random, "NOTES");
        String typed = key.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('-', ' ');
        assertThat(LicenseKey.parse(typed).body()).isEqualTo(key.body());
        assertThat(LicenseKey.parse(key.body()).body()).isEqualTo(key.body());
    }

    @Test
    void everySingleTypingErrorIsFound() {
        String body = LicenseKey.generate(random, null).body();
        for (int at = 0; at < body.length(); at++) {
            for (int value = 0; value < 32; value++) {
                char symbol = Base32.symbol(value);
                if (symbol != body.charAt(at)) {
                    refuses(body.substring(0, at) + symbol + body.substring(at + 1));
                }
            }
        }
    }

    @Test
    void everyTwoCharactersThatChangedPlacesAreFound() {
        String body = LicenseKey.generate(random, null).body();
        for (int a = 0; a < body.length(); a++) {
            for (int b = a + 1; b < body.length(); b++) {
                if (body.charAt(a) != body.charAt(b)) {
                    StringBuilder swapped = new StringBuilder(body);
                    swapped.setCharAt(a, body.charAt(b));
                    swapped.setCharAt(b, body.charAt(a));
                    refuses(swapped.toString());
                }
            }
        }
    }

    @Test
    void keysDifferAndUseEverySymbol() {
        Set<String> keys = new HashSet<>();
        Set<Character> symbols = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String body = LicenseKey.generate(random, null).body();
            keys.add(body);
            body.chars().forEach(c -> symbols.add((char) c));
        }
        assertThat(keys).hasSize(1000);
        assertThat(symbols).hasSize(32);
    }

    @Test
    void theMaskShowsFourCharacters() {
        LicenseKey key = LicenseKey.generate(random, "NOTES");
        assertThat(key.masked()).isEqualTo("NOTES-*******-*******-*******-***" + key.hint());
    }

    private static void refuses(String key) {
        assertThatThrownBy(() -> LicenseKey.parse(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
