package dev.licet.sdk.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** macOS and Windows by what their programs print. */
class OtherSystemsTest {

    private static final String IOREG = """
            +-o MacBookAir10,1  <class IOPlatformExpertDevice, id 0x100000226, registered, matched, active>
                {
                  "model" = <"MacBookAir10,1">
                  "IOPlatformUUID" = "5A0F7C1E-93D2-5B64-8E1A-0C9D4F7B2A63"
                  "IOPlatformSerialNumber" = "FVFXC2ABCDEF"
                }
            """;

    private static final String BIOS = """

            HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS
                BiosMajorRelease    REG_DWORD    0x1
                BaseBoardManufacturer    REG_SZ    Microsoft Corporation
                BaseBoardProduct    REG_SZ    Surface Laptop 4
                SystemManufacturer    REG_SZ    Microsoft Corporation
                SystemProductName    REG_SZ    Surface Laptop 4
                SystemSKU    REG_SZ    Default string

            """;

    private static final Map<String, String> WINDOWS = Map.of(
            "HKLM\\SOFTWARE\\Microsoft\\Cryptography",
            "\n    MachineGuid    REG_SZ    6d1f1f5e-4a0f-4c6e-9f55-0c1f3a9b7d21\n",
            "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS",
            BIOS,
            "HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0",
            "\n    ProcessorNameString    REG_SZ    AMD Ryzen 5  \n");

    @Test
    void readsAMac() {
        MacMachine mac = new MacMachine(command -> switch (command[command.length - 1]) {
            case "IOPlatformExpertDevice" -> Optional.of(IOREG);
            case "machdep.cpu.brand_string" -> Optional.of("Apple M1\n");
            default -> Optional.of("0\n");
        });
        assertThat(mac.components())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "machineId", "5A0F7C1E-93D2-5B64-8E1A-0C9D4F7B2A63",
                        "systemUuid", "FVFXC2ABCDEF",
                        "board", "MacBookAir10,1",
                        "cpu", "Apple M1"));
        assertThat(mac.environment()).isEqualTo(Environment.PHYSICAL);
    }

    @Test
    void readsWindows() {
        WindowsMachine windows =
                new WindowsMachine(command -> Optional.ofNullable(WINDOWS.get(command[2])), "C:\\Windows");
        assertThat(windows.components())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "machineId", "6d1f1f5e-4a0f-4c6e-9f55-0c1f3a9b7d21",
                        "board", "Microsoft Corporation|Surface Laptop 4|Microsoft Corporation|Surface Laptop 4",
                        "cpu", "AMD Ryzen 5"));
        assertThat(windows.environment()).isEqualTo(Environment.PHYSICAL);
    }

    @Test
    void knowsAGuestOfHyperV() {
        WindowsMachine windows = new WindowsMachine(command -> Optional.of("""
                            SystemManufacturer    REG_SZ    Microsoft Corporation
                            SystemProductName    REG_SZ    Virtual Machine
                        """), "C:\\Windows");
        assertThat(windows.environment()).isEqualTo(Environment.VIRTUAL);
    }

    @Test
    void aSystemThatAnswersNothingHasNoParts() {
        assertThat(new MacMachine(command -> Optional.empty()).components()).isEmpty();
        assertThat(new WindowsMachine(command -> Optional.empty(), "C:\\Windows").components())
                .isEmpty();
    }

    @Test
    void runsRealProgramsInBoundedTime() {
        SystemCommands commands = new SystemCommands();
        assertThat(commands.output("/bin/echo", "hello")).contains("hello\n");
        assertThat(commands.output("/bin/false")).isEmpty();
        assertThat(commands.output("/no/such/program")).isEmpty();
    }
}
