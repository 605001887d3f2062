package dev.licet.sdk.device;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a container and a virtual machine from a machine that one can touch. */
record LinuxEnvironment(Root root, Mounts mounts, Map<String, String> variables) {

    private static final List<String> MARKS =
            List.of("/.dockerenv", "/run/.containerenv", "/run/systemd/container", "/dev/lxd/sock");

    private static final List<String> VARIABLES = List.of("KUBERNETES_SERVICE_HOST", "container");

    private static final Pattern RUNTIME =
            Pattern.compile("docker|containerd|kubepods|kubelet|libpod|containers/storage|buildkit|[/:]lxc|crio");

    private static final Pattern HYPERVISOR = Pattern.compile("qemu|kvm|vmware|virtualbox|innotek|xen|bochs|parallels"
            + "|bhyve|amazon ec2|google compute engine|openstack|digitalocean|droplet|hetzner|vserver|rhev|ovirt"
            + "|nutanix|apple virtualization|virtual machine|firecracker|cloud hypervisor");

    private static final Pattern FLAGGED = Pattern.compile("(?m)^flags\\s*:.*\\bhypervisor\\b");

    Environment environment() {
        if (container()) {
            return Environment.CONTAINER;
        }
        return virtual() ? Environment.VIRTUAL : Environment.PHYSICAL;
    }

    private boolean container() {
        return MARKS.stream().anyMatch(root::has)
                || VARIABLES.stream().anyMatch(variables::containsKey)
                || root.lines("/proc/1/cgroup").stream().anyMatch(LinuxEnvironment::runtime)
                || mounts.on("/").filter(mount -> runtime(mount.options())).isPresent();
    }

    private static boolean runtime(String text) {
        return RUNTIME.matcher(text).find();
    }

    private boolean virtual() {
        boolean named = Stream.of("sys_vendor", "product_name", "board_vendor", "bios_vendor")
                .flatMap(name -> root.text("/sys/class/dmi/id/" + name).stream())
                .anyMatch(LinuxEnvironment::hypervisor);
        return named
                || root.has("/sys/hypervisor/uuid")
                || root.text("/proc/cpuinfo")
                        .filter(text -> FLAGGED.matcher(text).find())
                        .isPresent();
    }

    static boolean hypervisor(String text) {
        return HYPERVISOR.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
