package dev.licet.sdk.device;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** macOS. The disk is soldered to the board, so it has no place of its own here. */
record MacMachine(Commands commands) implements Machine {

    @Override
    public Environment environment() {
        boolean guest = sysctl("kern.hv_vmm_present").filter("1"::equals).isPresent();
        return guest ? Environment.VIRTUAL : Environment.PHYSICAL;
    }

    @Override
    public Map<String, String> components() {
        Map<String, String> found = new LinkedHashMap<>();
        String expert = commands.output("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice")
                .orElse("");
        property(expert, "IOPlatformUUID").ifPresent(id -> found.put(Components.MACHINE_ID, id));
        property(expert, "IOPlatformSerialNumber").ifPresent(id -> found.put(Components.SYSTEM_UUID, id));
        property(expert, "model").ifPresent(name -> found.put(Components.BOARD, name));
        sysctl("machdep.cpu.brand_string").ifPresent(name -> found.put(Components.CPU, name));
        return found;
    }

    @Override
    public Optional<String> instance() {
        return Optional.empty();
    }

    private Optional<String> sysctl(String name) {
        return commands.output("/usr/sbin/sysctl", "-n", name).flatMap(Telling::value);
    }

    /** {@code "IOPlatformUUID" = "5A…"} or {@code "model" = <"Mac14,2">}. */
    private static Optional<String> property(String printed, String name) {
        Matcher line = Pattern.compile("\"" + name + "\" = <?\"([^\"]*)\"").matcher(printed);
        return line.find() ? Telling.value(line.group(1)) : Optional.empty();
    }
}
