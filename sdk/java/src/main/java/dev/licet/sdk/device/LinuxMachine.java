package dev.licet.sdk.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Linux, and whatever else has some of its files. */
record LinuxMachine(Root root, Map<String, String> variables) implements Machine {

    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-f]{32}");

    /** Amazon EC2 writes the instance's id there; others write nothing of their own. */
    private static final Pattern EC2 = Pattern.compile("i-[0-9a-f]+");

    private static final List<String> BOARD =
            List.of("sys_vendor", "product_name", "product_sku", "board_vendor", "board_name");

    private static final List<String> CPU = List.of(
            "vendor_id", "cpu family", "model", "model name", "CPU implementer", "CPU part", "CPU variant", "Hardware");

    @Override
    public Environment environment() {
        return new LinuxEnvironment(root, Mounts.read(root), variables).environment();
    }

    @Override
    public Map<String, String> components() {
        Map<String, String> found = new LinkedHashMap<>();
        machineId().ifPresent(id -> found.put(Components.MACHINE_ID, id));
        systemUuid().ifPresent(id -> found.put(Components.SYSTEM_UUID, id));
        new LinuxDisk(root, Mounts.read(root)).id().ifPresent(id -> found.put(Components.DISK, id));
        board().ifPresent(name -> found.put(Components.BOARD, name));
        cpu().ifPresent(name -> found.put(Components.CPU, name));
        return found;
    }

    @Override
    public Optional<String> instance() {
        return root.value("/var/lib/cloud/data/instance-id")
                .or(() -> root.value("/sys/hypervisor/uuid"))
                .or(() -> root.value("/sys/class/dmi/id/board_asset_tag")
                        .filter(tag -> EC2.matcher(tag).matches()));
    }

    private Optional<String> systemUuid() {
        return instance()
                .or(() -> root.value("/sys/firmware/devicetree/base/serial-number"))
                .or(() -> root.value("/sys/class/dmi/id/product_uuid"));
    }

    /** machine-id(5). When something is mounted over it, the system couldn't keep one and made it up for this boot. */
    private Optional<String> machineId() {
        if (Mounts.read(root).on("/etc/machine-id").isPresent()) {
            return Optional.empty();
        }
        return root.value("/etc/machine-id")
                .or(() -> root.value("/var/lib/dbus/machine-id"))
                .filter(id -> MACHINE_ID.matcher(id).matches());
    }

    /** Make and model: the serial numbers beside them are for root only, and the BIOS version changes with updates. */
    private Optional<String> board() {
        String names = BOARD.stream()
                .flatMap(name -> root.value("/sys/class/dmi/id/" + name).stream())
                .collect(Collectors.joining("|"));
        return Optional.of(names)
                .filter(all -> !all.isEmpty())
                .or(() -> root.value("/sys/firmware/devicetree/base/model"));
    }

    private Optional<String> cpu() {
        String model = root.lines("/proc/cpuinfo").stream()
                .takeWhile(line -> !line.isBlank())
                .flatMap(LinuxMachine::lasting)
                .collect(Collectors.joining("|"));
        return Optional.of(model).filter(text -> !text.isEmpty());
    }

    private static Stream<String> lasting(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && CPU.contains(line.substring(0, colon).strip())
                ? Stream.of(line.substring(colon + 1).strip())
                : Stream.empty();
    }
}
