package dev.licet.sdk.device;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual machines and containers. */
class GuestTest {

    @TempDir
    Path folder;

    @Test
    void aCloneOfAVirtualMachineIsAnother() {
        FakeLinux guest = FakeLinux.guest(folder.resolve("root"));
        Fingerprint original = read(guest);
        Fingerprint clone = read(guest.file("/var/lib/cloud/data/instance-id", "i-00bb\n"));
        assertThat(original.environment()).isEqualTo(Environment.VIRTUAL);
        assertThat(clone.value()).isNotEqualTo(original.value());
        assertThat(clone.components().values())
                .doesNotContainAnyElementsOf(original.components().values());
    }

    @Test
    void aGuestSurvivesAMoveToAnotherHost() {
        FakeLinux guest = FakeLinux.guest(folder.resolve("root"));
        Fingerprint before = read(guest);
        Fingerprint after = read(guest.cpu("AMD EPYC-Milan Processor", "fpu hypervisor"));
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.components()).isEqualTo(before.components());
    }

    @Test
    void aGuestWhoseHypervisorHidesItsNameIsKnownByTheProcessor() {
        FakeLinux guest = FakeLinux.guest(folder.resolve("root"))
                .without("/sys/class/dmi/id/sys_vendor")
                .without("/sys/class/dmi/id/product_name");
        assertThat(guest.machine().environment()).isEqualTo(Environment.VIRTUAL);
    }

    @Test
    void disksThatQemuNumbersAlikeIdentifyNothing() {
        FakeLinux guest = FakeLinux.guest(folder.resolve("root"))
                .file("/sys/devices/pci0/virtio1/block/vda/serial", "QM00001\n")
                .link("/dev/disk/by-id/ata-QEMU_HARDDISK_QM00001", "../../vda");
        assertThat(read(guest).components()).containsOnlyKeys("machineId", "systemUuid");
    }

    @Test
    void aDiskIsKnownByItsLinkWhenItTellsNothingElse() {
        FakeLinux guest = FakeLinux.guest(folder.resolve("root"))
                .link("/dev/disk/by-id/virtio-vol0123", "../../vda")
                .link("/dev/disk/by-id/dm-name-x", "../../vda")
                .link("/dev/disk/by-id/ata-other", "../../vdb");
        assertThat(guest.machine().components()).containsEntry("disk", "virtio-vol0123");
    }

    static Map<String, UnaryOperator<FakeLinux>> containers() {
        return Map.of(
                "Docker", fake -> fake.file("/.dockerenv", ""),
                "Podman", fake -> fake.file("/run/.containerenv", "engine=\"podman\""),
                "nspawn", fake -> fake.file("/run/systemd/container", "systemd-nspawn"),
                "Kubernetes", fake -> fake.variable("KUBERNETES_SERVICE_HOST", "10.0.0.1"),
                "LXC", fake -> fake.variable("container", "lxc"),
                "cgroup 1", fake -> fake.file("/proc/1/cgroup", "12:pids:/kubepods/burstable/pod1/abc\n"),
                "containerd",
                        fake -> fake.file(
                                "/proc/self/mountinfo",
                                "9 8 0:52 / / rw - overlay overlay rw,upperdir=/var/lib/containerd/snapshots/7/fs\n"));
    }

    static Stream<String> kinds() {
        return containers().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aContainerIsItsVolume(String kind) {
        Path one = folder.resolve("volume-1");
        FakeLinux host = requireNonNull(containers().get(kind)).apply(FakeLinux.laptop(folder.resolve("root")));
        Fingerprint first = Fingerprint.of("acme", host.machine(), () -> InstallationId.in(one));
        host.file("/etc/machine-id", "00000000000000000000000000000a77\n");
        Fingerprint restarted = Fingerprint.of("acme", host.machine(), () -> InstallationId.in(one));
        Fingerprint copy = Fingerprint.of("acme", host.machine(), () -> InstallationId.in(folder.resolve("volume-2")));

        assertThat(first.environment()).isEqualTo(Environment.CONTAINER);
        assertThat(first.components()).containsOnlyKeys("installation");
        assertThat(restarted.value()).isEqualTo(first.value());
        assertThat(copy.value()).isNotEqualTo(first.value());
    }

    @Test
    void aMachineThatTellsNothingGetsAnId() {
        FakeLinux bare = new FakeLinux(folder.resolve("root"))
                .file("/etc/machine-id", "uninitialized\n")
                .file("/sys/class/dmi/id/product_uuid", "00000000-0000-0000-0000-000000000000\n")
                .file("/sys/class/dmi/id/sys_vendor", "To Be Filled By O.E.M.\n");
        Fingerprint made = Fingerprint.of("acme", bare.machine(), () -> InstallationId.in(folder));
        assertThat(made.components()).containsOnlyKeys("installation");
        assertThat(made.environment()).isEqualTo(Environment.PHYSICAL);
    }

    @Test
    void aDamagedIdIsMadeAnew() throws IOException {
        String first = InstallationId.in(folder);
        Files.writeString(folder.resolve("installation"), "");
        assertThat(InstallationId.in(folder)).isNotEqualTo(first).hasSize(36);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> InstallationId.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("volume");
    }

    private static Fingerprint read(FakeLinux machine) {
        return Fingerprint.of("acme", machine.machine(), () -> "unused");
    }
}
