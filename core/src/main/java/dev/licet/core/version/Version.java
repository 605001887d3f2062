package dev.licet.core.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program's version, ordered as Semantic Versioning 2.0.0 orders (clause 11), but lenient where programs are: one to six numbers,
 * missing ones count as 0, a leading {@code v} is dropped. Build metadata after {@code +} has no say in the order.
 */
public final class Version implements Comparable<Version> {
    private static final int MAX_NUMBERS = 6;
    private static final Pattern FORM = Pattern.compile(
            "[vV]?(\\d{1,18}(?:\\.\\d{1,18}){0,5})(?:-([0-9A-Za-z.-]{1,64}))?(?:\\+[0-9A-Za-z.-]{1,64})?");

    private final String text;
    private final List<Long> numbers;
    private final List<String> preRelease;

    private Version(String text, List<Long> numbers, List<String> preRelease) {
        this.text = text;
        this.numbers = numbers;
        this.preRelease = preRelease;
    }

    /**
     * Reads a version such as {@code 2.3.1} or {@code 3.0.0-beta.2}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Version parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A version is numbers with dots, such as 2.3.1 or 3.0.0-beta.2.");
        }
        List<Long> numbers = new ArrayList<>();
        for (String number : parts.group(1).split("\\.", -1)) {
            numbers.add(Long.parseLong(number));
        }
        String pre = parts.group(2);
        return new Version(text.strip(), numbers, pre == null ? List.of() : List.of(pre.split("\\.", -1)));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < MAX_NUMBERS; i++) {
            int order = Long.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return comparePreRelease(other);
    }

    private int comparePreRelease(Version other) {
        for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
            int order = compareIdentifier(preRelease.get(i), other.preRelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    private static int compareIdentifier(String a, String b) {
        if (isNumber(a) && isNumber(b)) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return isNumber(a) == isNumber(b) ? a.compareTo(b) : Boolean.compare(isNumber(b), isNumber(a));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private long number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    /**
     * A text whose order, character by character, is the order of versions: equal for equal versions, for lists and databases that sort
     * texts. Each number stands behind a letter that tells its length.
     */
    public String orderKey() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < MAX_NUMBERS; i++) {
            String digits = number(i) == 0 ? "" : Long.toString(number(i));
            key.append((char) ('a' + digits.length())).append(digits);
        }
        if (preRelease.isEmpty()) {
            return key.append('~').toString();
        }
        for (String each : preRelease) {
            if (isNumber(each)) {
                String digits = each.replaceFirst("^0+", "");
                key.append('0').append((char) ('0' + digits.length())).append(digits);
            } else {
                key.append('1').append(each).append('!');
            }
        }
        return key.toString();
    }

    /** Two versions are equal when neither comes before the other: 2.0 equals 2.0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < MAX_NUMBERS; i++) {
            hash = 31 * hash + Long.hashCode(number(i));
        }
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
