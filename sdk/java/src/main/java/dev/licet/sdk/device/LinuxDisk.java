package dev.licet.sdk.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The disk that holds the root file system, so that a stick or a dock's disk changes nothing. */
record LinuxDisk(Root root, Mounts mounts) {

    private static final List<String> SERIALS = List.of("wwid", "device/wwid", "device/serial", "serial", "device/cid");

    /** Names under {@code /dev/disk/by-id} that stand for the disk itself, best first. */
    private static final List<String> LINKS = List.of("wwn-", "nvme-", "ata-", "scsi-", "mmc-", "virtio-");

    /** QEMU numbers its disks alike in every machine. */
    private static final String QEMU = "QM0000";

    private static final int DEPTH = 8;

    Optional<String> id() {
        return mounts.on("/")
                .flatMap(this::block)
                .flatMap(block -> disk(block, DEPTH))
                .flatMap(disk -> serial(disk).or(() -> link(disk)));
    }

    /** The folder in /sys of a mounted device. File systems such as btrfs have no number of their own, but a name. */
    private Optional<Path> block(Mounts.Mount mount) {
        Optional<Path> numbered = root.real(root.at("/sys/dev/block/" + mount.device()));
        if (numbered.isPresent() || !mount.source().startsWith("/dev/")) {
            return numbered;
        }
        Path device = root.at(mount.source());
        Path name = root.real(device).orElse(device).getFileName();
        return root.real(root.at("/sys/class/block/" + name));
    }

    /** Down through encryption and volumes, then from the partition up to the disk. */
    private Optional<Path> disk(Path block, int depth) {
        List<Path> below = root.entries(block.resolve("slaves"));
        if (!below.isEmpty()) {
            return depth == 0 ? Optional.empty() : root.real(below.get(0)).flatMap(real -> disk(real, depth - 1));
        }
        return Files.exists(block.resolve("partition")) ? Optional.ofNullable(block.getParent()) : Optional.of(block);
    }

    private Optional<String> serial(Path disk) {
        return SERIALS.stream()
                .flatMap(name -> root.text(disk.resolve(name)).stream())
                .flatMap(text -> Telling.value(text).stream())
                .filter(text -> !text.contains(QEMU))
                .findFirst();
    }

    private Optional<String> link(Path disk) {
        return root.entries(root.at("/dev/disk/by-id")).stream()
                .filter(link -> pointsTo(link, disk))
                .map(link -> link.getFileName().toString())
                .filter(name -> rank(name) < LINKS.size() && !name.contains(QEMU))
                .min(Comparator.comparingInt(LinuxDisk::rank).thenComparing(Comparator.naturalOrder()));
    }

    private static boolean pointsTo(Path link, Path disk) {
        try {
            return Files.readSymbolicLink(link).getFileName().equals(disk.getFileName());
        } catch (java.io.IOException | UnsupportedOperationException notALink) {
            return false;
        }
    }

    private static int rank(String name) {
        return (int) Stream.iterate(0, i -> i < LINKS.size(), i -> i + 1)
                .takeWhile(i -> !name.startsWith(LINKS.get(i)))
                .count();
    }
}
