package dev.licet.sdk.device;

import java.util.List;
import java.util.Optional;

/** {@code /proc/self/mountinfo}, described in proc(5). */
record Mounts(List<Mount> all) {

    record Mount(String device, String point, String type, String source, String options) {}

    static Mounts read(Root root) {
        return new Mounts(root.lines("/proc/self/mountinfo").stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > 6)
                .flatMap(fields -> mount(fields).stream())
                .toList());
    }

    /** The last mount on a point hides those before it. */
    Optional<Mount> on(String point) {
        return all.stream().filter(mount -> mount.point().equals(point)).reduce((before, last) -> last);
    }

    private static Optional<Mount> mount(String[] fields) {
        int dash = List.of(fields).lastIndexOf("-");
        if (dash < 6 || fields.length < dash + 3) {
            return Optional.empty();
        }
        String options = fields.length > dash + 3 ? fields[dash + 3] : "";
        return Optional.of(new Mount(fields[2], fields[4], fields[dash + 1], fields[dash + 2], options));
    }
}
