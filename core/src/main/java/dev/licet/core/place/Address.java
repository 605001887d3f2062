package dev.licet.core.place;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network address of IPv4 or IPv6, read from its text alone: nothing is looked up. An IPv4 address that is mapped into IPv6 ({@code
 * ::ffff:192.0.2.1}; RFC 4291, 2.5.5.2) is the IPv4 address.
 */
public final class Address {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;
    private static final int LONGEST = 64;

    private final byte[] bytes;

    private Address(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads an address; the zone of a link-local one ({@code fe80::1%eth0}) is dropped.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Address parse(String text) {
        byte[] bytes = text.length() > LONGEST ? null : text.indexOf(':') < 0 ? four(text) : six(text);
        if (bytes == null) {
            throw new IllegalArgumentException("An address is written 192.0.2.1 or 2001:db8::1.");
        }
        return new Address(isMapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
    }

    /** The 4 or 16 bytes, the highest first. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bits it has: 32 or 128. */
    int bits() {
        return bytes.length * Byte.SIZE;
    }

    boolean bit(int index) {
        return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1) == 1;
    }

    private static byte @Nullable [] four(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (parts.length != 4 || !DECIMAL.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte @Nullable [] six(String zoned) {
        String text = zoned.replaceFirst("%[0-9A-Za-z._~-]+$", "");
        int tail = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') >= 0) {
            byte[] last = four(text.substring(tail));
            if (last == null) {
                return null;
            }
            text = text.substring(0, tail) + hex(last, 0) + ":" + hex(last, 2);
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, GROUPS);
        }
        byte[] head = groups(text.substring(0, gap), -1);
        byte[] rest = groups(text.substring(gap + 2), -1);
        if (head == null || rest == null || head.length + rest.length > 2 * (GROUPS - 1)) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, 2 * GROUPS);
        System.arraycopy(rest, 0, bytes, bytes.length - rest.length, rest.length);
        return bytes;
    }

    /** @param count how many there have to be; negative for any number */
    private static byte @Nullable [] groups(String text, int count) {
        String[] groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        if (count >= 0 && groups.length != count) {
            return null;
        }
        byte[] bytes = new byte[2 * groups.length];
        for (int i = 0; i < groups.length; i++) {
            if (!HEX.matcher(groups[i]).matches()) {
                return null;
            }
            int value = Integer.parseInt(groups[i], 16);
            bytes[2 * i] = (byte) (value >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) value;
        }
        return bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; i < 10 && mapped; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped;
    }

    private static String hex(byte[] bytes, int index) {
        return Integer.toHexString(((bytes[index] & 0xff) << Byte.SIZE) | (bytes[index + 1] & 0xff));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As RFC 5952 writes it: small letters, the longest run of zero groups left out. */
    @Override
    public String toString() {
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        int from = 0;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeros(i);
            from = run > length ? i : from;
            length = Math.max(run, length);
        }
        return length == 1 ? joined(0, GROUPS) : joined(0, from) + "::" + joined(from + length, GROUPS);
    }

    private int zeros(int from) {
        int run = 0;
        while (from + run < GROUPS && bytes[2 * (from + run)] == 0 && bytes[2 * (from + run) + 1] == 0) {
            run++;
        }
        return run;
    }

    private String joined(int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(hex(bytes, 2 * i));
        }
        return text.toString();
    }
}
