package dev.licet.sdk.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Lays out in a folder what Linux tells about a machine. */
final class FakeLinux {

    private final Path root;
    private final Map<String, String> variables = new HashMap<>();

    FakeLinux(Path root) {
        this.root = root;
    }

    /** A laptop with one NVMe disk, LVM on LUKS on its second partition. */
    static FakeLinux laptop(Path root) {
        return new FakeLinux(root)
                .file("/etc/machine-id", "3f1c5a8e9b7d4c2ea1f06b5d8c7e9a10\n")
                .file("/sys/class/dmi/id/sys_vendor", "LENOVO\n")
                .file("/sys/class/dmi/id/product_name", "21CBCTO1WW\n")
                .file("/sys/class/dmi/id/product_sku", "LENOVO_MT_21CB\n")
                .file("/sys/class/dmi/id/board_vendor", "LENOVO\n")
                .file("/sys/class/dmi/id/board_name", "21CBCTO1WW\n")
                .file("/sys/class/dmi/id/bios_version", "N3AET66W (1.31 )\n")
                .file("/proc/1/cgroup", "0::/init.scope\n")
                .file("/proc/sys/kernel/random/boot_id", "0a1b\n")
                .cpu("12th Gen Intel(R) Core(TM) i7-1260P", "fpu vme sse2")
                .mounts("254:1", "/dev/mapper/vg-root")
                .nvme("eui.0025385b21404d8a")
                .link("/sys/dev/block/254:1", "../../devices/virtual/block/dm-1")
                .link("/sys/devices/virtual/block/dm-1/slaves/dm-0", "../../dm-0")
                .link("/sys/devices/virtual/block/dm-0/slaves/nvme0n1p2", "../../../../pci0/block/nvme0n1/nvme0n1p2")
                .file("/sys/class/net/wlp0s20f3/address", "a4:c3:f0:11:22:33\n")
                .file("/etc/hostname", "ada\n");
    }

    /** A guest of KVM in a cloud that numbers its machines. */
    static FakeLinux guest(Path root) {
        return new FakeLinux(root)
                .file("/etc/machine-id", "77c1a0d2f3e44b5c8d9e0f1a2b3c4d5e\n")
                .file("/sys/class/dmi/id/sys_vendor", "QEMU\n")
                .file("/sys/class/dmi/id/product_name", "Standard PC (Q35 + ICH9, 2009)\n")
                .file("/proc/1/cgroup", "0::/init.scope\n")
                .cpu("AMD EPYC-Rome Processor", "fpu vme hypervisor")
                .mounts("252:1", "/dev/vda1")
                .file("/sys/devices/pci0/virtio1/block/vda/vda1/partition", "1\n")
                .link("/sys/dev/block/252:1", "../../devices/pci0/virtio1/block/vda/vda1")
                .file("/var/lib/cloud/data/instance-id", "i-00aa\n");
    }

    FakeLinux nvme(String wwid) {
        return file("/sys/devices/pci0/block/nvme0n1/wwid", wwid + "\n")
                .file("/sys/devices/pci0/block/nvme0n1/nvme0n1p2/partition", "2\n");
    }

    FakeLinux cpu(String model, String flags) {
        String core = "processor\t: %d\nvendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 154\nmodel name\t: "
                + model + "\nmicrocode\t: 0x42c\ncpu MHz\t\t: 2500.000\nflags\t\t: " + flags + "\n\n";
        return file("/proc/cpuinfo", core.formatted(0) + core.formatted(1));
    }

    FakeLinux mounts(String device, String source) {
        return file("/proc/self/mountinfo", """
                22 27 0:21 / /proc rw,relatime - proc proc rw
                27 1 %s / / rw,relatime shared:1 - ext4 %s rw,errors=remount-ro
                30 27 259:1 / /boot/efi rw,relatime shared:31 - vfat /dev/nvme0n1p1 rw
                """.formatted(device, source));
    }

    FakeLinux file(String path, String content) {
        return io(at(path), file -> Files.writeString(file, content));
    }

    FakeLinux link(String path, String target) {
        return io(at(path), file -> Files.createSymbolicLink(file, Path.of(target)));
    }

    FakeLinux without(String path) {
        return io(at(path), Files::delete);
    }

    FakeLinux variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine machine() {
        return new LinuxMachine(new Root(root), Map.copyOf(variables));
    }

    private Path at(String path) {
        return root.resolve(path.substring(1));
    }

    private FakeLinux io(Path file, Step step) {
        try {
            Files.createDirectories(file.getParent());
            step.on(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void on(Path file) throws IOException;
    }
}
