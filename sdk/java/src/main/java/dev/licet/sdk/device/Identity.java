package dev.licet.sdk.device;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this machine is, unhashed.
 *
 * @param text the one text that is this machine. It stands on the strongest part alone, so that the others may change:
 *     a new disk in an installed machine, another processor, another board under the same system
 * @param components by which the machine is known again when the text has changed
 */
record Identity(String text, Map<String, String> components, Environment environment) {

    static Identity of(Machine machine, Supplier<String> installation) {
        Environment environment = machine.environment();
        Map<String, String> parts = switch (environment) {
            case PHYSICAL -> new LinkedHashMap<>(machine.components());
            case VIRTUAL -> guest(machine);
            case CONTAINER -> new LinkedHashMap<>();
        };
        String text = Optional.ofNullable(parts.get(Components.MACHINE_ID))
                .or(() -> Optional.ofNullable(parts.get(Components.DISK)))
                .orElseGet(() -> {
                    String made = installation.get();
                    parts.put(Components.INSTALLATION, made);
                    return made;
                });
        return new Identity(text, parts, environment);
    }

    /** Board and processor are the host's, and a guest moves between hosts. Its machine-id is copied along with its disk. */
    private static Map<String, String> guest(Machine machine) {
        Map<String, String> parts = new LinkedHashMap<>(machine.components());
        parts.remove(Components.BOARD);
        parts.remove(Components.CPU);
        machine.instance()
                .ifPresent(
                        instance -> parts.computeIfPresent(Components.MACHINE_ID, (name, id) -> id + "/" + instance));
        return parts;
    }
}
