package dev.licet.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that go together into one archive, with the digest of each. */
final class Bundle {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Bundle add(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What a manifest says of the files that are in it so far. */
    List<Map<String, Object>> digests() {
        List<Map<String, Object>> digests = new ArrayList<>();
        files.forEach((name, bytes) -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("name", name);
            file.put("bytes", bytes.length);
            file.put("sha256", Digests.sha256(bytes));
            digests.add(file);
        });
        return digests;
    }

    /** The digests as {@code sha256sum -c} reads them. */
    String sums() {
        StringBuilder sums = new StringBuilder();
        files.forEach((name, bytes) ->
                sums.append(Digests.sha256(bytes)).append("  ").append(name).append('\n'));
        return sums.toString();
    }

    byte[] zip(Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(at.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
