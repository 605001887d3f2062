package dev.licet.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArmorTest {
    private static final Armor ARMOR = Armor.LICENSE_FILE;
    private static final String CONTENT = "a.b.c".repeat(40) + "de";

    @Test
    void itIsReadAsItWasWritten() {
        String text = ARMOR.write(CONTENT);
        assertThat(text.lines()).allMatch(line -> line.length() <= 64);
        assertThat(ARMOR.read(text)).isEqualTo(CONTENT);
    }

    @Test
    void whatMailProgramsAndEditorsDoIsForgiven() {
        String text = ARMOR.write(CONTENT);
        assertThat(ARMOR.read(text.strip())).isEqualTo(CONTENT);
        assertThat(ARMOR.read(text.replace("\n", "\r\n"))).isEqualTo(CONTENT);
        assertThat(ARMOR.read(text.strip().replace("\n", "\r\n"))).isEqualTo(CONTENT);
    }

    @Test
    void anythingElseIsNot() {
        String text = ARMOR.write(CONTENT);
        List<String> others = List.of(
                "",
                "\n",
                CONTENT,
                text + "\n",
                text + " ",
                " " + text,
                "x\n" + text,
                text + text,
                text.replaceFirst("\n", "\r\n"),
                text.replace("\n", "\r"),
                text.replace("LICENSE", "LICENCE"),
                text.replace("=", ""),
                text.replaceFirst("\n(.{64})\n", "\n$1"),
                text.replaceFirst("\n(.{63})", "\n$1\n"),
                text.replaceFirst("\n(.{64})\n", "\n\n$1\n"),
                text.substring(0, 28) + text.substring(text.length() - 27),
                "-----BEGIN LICENSE FILE-----\n-----END LICENSE FILE-----\n");
        assertThat(others).allSatisfy(ArmorTest::refuses);
    }

    @Test
    void bitsThatBase64DoesNotUseAreNoHidingPlace() {
        String text = ARMOR.write(CONTENT);
        int last = text.indexOf("==") - 1;
        char c = text.charAt(last);
        refuses(text.substring(0, last) + (char) (c + 1) + text.substring(last + 1));
    }

    @Test
    void aTextFarTooLongIsNotEvenLookedAt() {
        refuses(ARMOR.write("a".repeat(1 << 20)));
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> ARMOR.read(text)).as(text).isInstanceOf(InvalidFile.class);
    }
}
