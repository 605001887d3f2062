package dev.licet.sdk.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder;

    private FakeLinux laptop;
    private Fingerprint before;

    @BeforeEach
    void readTheLaptop() {
        laptop = FakeLinux.laptop(folder.resolve("root"));
        before = read(laptop);
    }

    @Test
    void knowsAllPartsOfALaptop() {
        assertThat(before.components()).containsOnlyKeys("machineId", "disk", "board", "cpu");
        assertThat(before.environment()).isEqualTo(Environment.PHYSICAL);
        assertThat(before.value()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void survivesARebootWithAKernelABiosAndAMicrocodeUpdate() {
        laptop.file("/proc/sys/kernel/random/boot_id", "ffff\n")
                .file("/sys/class/dmi/id/bios_version", "N3AET70W (1.35 )\n")
                .cpu("12th Gen Intel(R) Core(TM) i7-1260P", "fpu vme sse2 newflag");
        assertSame(read(laptop));
    }

    @Test
    void survivesADockingStationWithNetworkAndDisks() {
        laptop.file("/sys/class/net/enx00e04c680001/address", "00:e0:4c:68:00:01\n")
                .file("/sys/devices/usb1/block/sda/device/wwid", "naa.5000\n")
                .link("/sys/class/block/sda", "../../devices/usb1/block/sda")
                .link("/dev/disk/by-id/ata-AAA_Backup_1", "../../sda");
        assertSame(read(laptop));
    }

    @Test
    void survivesAnotherNetworkCardAndName() {
        laptop.without("/sys/class/net/wlp0s20f3/address")
                .file("/sys/class/net/wlan0/address", "00:11:22:33:44:55\n")
                .file("/etc/hostname", "grace\n");
        assertSame(read(laptop));
    }

    @Test
    void aNewDiskWithTheSystemCopiedOntoItIsTheSameMachineWithAnotherDisk() {
        Fingerprint after = read(laptop.nvme("eui.00000000000000018ce38e05000e65a1"));
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.components())
                .doesNotContainEntry("disk", before.components().get("disk"));
        assertThat(after.components())
                .containsEntry("board", before.components().get("board"));
    }

    @Test
    void aNewInstallationKeepsTheOtherParts() {
        Fingerprint after = read(laptop.file("/etc/machine-id", "00000000000000000000000000000a77\n"));
        assertThat(after.value()).isNotEqualTo(before.value());
        assertThat(after.components())
                .containsEntry("disk", before.components().get("disk"))
                .containsEntry("cpu", before.components().get("cpu"));
    }

    @Test
    void anotherSaltGivesNothingInCommon() {
        Fingerprint other = Fingerprint.of("another vendor", laptop.machine(), FingerprintTest::never);
        assertThat(other.value()).isNotEqualTo(before.value());
        assertThat(other.components().values())
                .doesNotContainAnyElementsOf(before.components().values());
    }

    @Test
    void nothingThatWasReadIsInIt() {
        String all = before + " " + before.components() + " " + before.value();
        assertThat(all).doesNotContain("3f1c5a8e", "LENOVO", "i7", "eui.");
        assertThat(before.secret("a")).hasSize(32).isNotEqualTo(before.secret("b"));
    }

    @Test
    void aMachineIdMadeUpForThisBootIsNotUsed() {
        laptop.file("/proc/self/mountinfo", """
                27 1 254:1 / / ro,relatime shared:1 - ext4 /dev/mapper/vg-root ro
                31 27 0:30 /machine-id /etc/machine-id ro,nosuid - tmpfs tmpfs rw
                """);
        assertThat(read(laptop).components()).containsOnlyKeys("disk", "board", "cpu");
    }

    @Test
    void takesAnIdentityOfTheCallers() {
        assertThat(Fingerprint.of("acme", "dongle 7").value())
                .isEqualTo(Fingerprint.of("acme", "dongle 7").value())
                .isNotEqualTo(Fingerprint.of("acme", "dongle 8").value());
        assertThatThrownBy(() -> Fingerprint.of(" ", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheMachineUnderTheTestAlikeTwice() {
        Fingerprint here = Fingerprint.ofThisMachine("acme", folder.resolve("home"));
        Fingerprint again = Fingerprint.ofThisMachine("acme", folder.resolve("home"));
        assertThat(again.value()).isEqualTo(here.value());
        assertThat(again.components()).isEqualTo(here.components()).isNotEmpty();
    }

    private void assertSame(Fingerprint after) {
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.components()).isEqualTo(before.components());
    }

    private static Fingerprint read(FakeLinux machine) {
        return Fingerprint.of("acme", machine.machine(), FingerprintTest::never);
    }

    private static String never() {
        throw new AssertionError("This machine has an identity of its own");
    }
}
