package dev.licet.sdk.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Windows, through the registry, which every user may read. */
record WindowsMachine(Commands commands, String systemRoot) implements Machine {

    private static final String CRYPTOGRAPHY = "HKLM\\SOFTWARE\\Microsoft\\Cryptography";
    private static final String BIOS = "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS";
    private static final String PROCESSOR = "HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0";

    private static final List<String> BOARD = List.of(
            "SystemManufacturer", "SystemProductName", "SystemSKU", "BaseBoardManufacturer", "BaseBoardProduct");

    @Override
    public Environment environment() {
        return board().filter(LinuxEnvironment::hypervisor).isPresent() ? Environment.VIRTUAL : Environment.PHYSICAL;
    }

    @Override
    public Map<String, String> components() {
        Map<String, String> found = new LinkedHashMap<>();
        value(query(CRYPTOGRAPHY), "MachineGuid").ifPresent(id -> found.put(Components.MACHINE_ID, id));
        board().ifPresent(name -> found.put(Components.BOARD, name));
        value(query(PROCESSOR), "ProcessorNameString").ifPresent(name -> found.put(Components.CPU, name));
        return found;
    }

    @Override
    public Optional<String> instance() {
        return Optional.empty();
    }

    private Optional<String> board() {
        String printed = query(BIOS);
        String names =
                BOARD.stream().flatMap(name -> value(printed, name).stream()).collect(Collectors.joining("|"));
        return Optional.of(names).filter(all -> !all.isEmpty());
    }

    /** A 32-bit Java would otherwise be shown another registry, without MachineGuid. */
    private String query(String key) {
        return commands.output(systemRoot + "\\System32\\reg.exe", "query", key, "/reg:64")
                .orElse("");
    }

    private static Optional<String> value(String printed, String name) {
        Matcher line =
                Pattern.compile("(?m)^\\s+" + name + "\\s+REG_SZ\\s+(.*)$").matcher(printed);
        return line.find() ? Telling.value(line.group(1)) : Optional.empty();
    }
}
