package dev.licet.testing;

import dev.licet.core.place.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a small database of countries as version 2.0 of MaxMind's format describes it, with records of 32 bits. */
public final class GeoFile {
    private static final int EMPTY = -1;

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final String type;
    private final Instant built;

    private GeoFile(String type, Instant built) {
        this.type = type;
        this.built = built;
    }

    /** Countries by their networks, such as 81.2.69.0/24. */
    public static byte[] of(String type, Instant built, Map<String, String> countries) {
        GeoFile file = new GeoFile(type, built);
        countries.forEach(file::add);
        return file.bytes();
    }

    /** Puts it in the place of what was there, at once. */
    public static void write(Path path, byte[] content) {
        try {
            Path next = Files.write(path.resolveSibling(path.getFileName() + ".next"), content);
            Files.move(next, path, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String network, String country) {
        int offset = data.size();
        write(data, Map.of("country", Map.of("iso_code", country)));
        String[] parts = network.split("/", -1);
        byte[] address = Address.parse(parts[0]).bytes();
        byte[] bits = new byte[16];
        System.arraycopy(address, 0, bits, 16 - address.length, address.length);
        int prefix = Integer.parseInt(parts[1]) + (address.length == 4 ? 96 : 0);
        int node = 0;
        for (int i = 0; i < prefix; i++) {
            int side = (bits[i / 8] >> (7 - i % 8)) & 1;
            if (i == prefix - 1) {
                nodes.get(node)[side] = -2 - offset;
            } else {
                node = next(node, side);
            }
        }
    }

    private int next(int node, int side) {
        if (nodes.get(node)[side] == EMPTY) {
            nodes.get(node)[side] = nodes.size();
            nodes.add(new int[] {EMPTY, EMPTY});
        }
        return nodes.get(node)[side];
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int value = record == EMPTY ? nodes.size() : record < 0 ? nodes.size() + 16 + (-2 - record) : record;
                out.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
            }
        }
        out.writeBytes(new byte[16]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
        write(out, metadata());
        return out.toByteArray();
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", built.getEpochSecond());
        metadata.put("database_type", type);
        metadata.put("description", Map.of("en", "Made by a test"));
        metadata.put("ip_version", (short) 6);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", (short) 32);
        return metadata;
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case String text -> {
                out.write((2 << 5) | text.length());
                out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
            case Short number -> {
                out.write((5 << 5) | 2);
                out.writeBytes(ByteBuffer.allocate(2).putShort(number).array());
            }
            case Integer number -> {
                out.write((6 << 5) | 4);
                out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
            }
            case Long number -> {
                out.write(8);
                out.write(9 - 7);
                out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(11 - 7);
                list.forEach(each -> write(out, each));
            }
            case Map<?, ?> map -> {
                out.write((7 << 5) | map.size());
                map.forEach((name, member) -> {
                    write(out, name);
                    write(out, member);
                });
            }
            default -> throw new IllegalArgumentException("No way to write " + value.getClass());
        }
    }
}
