package dev.licet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the measured server is started.
 *
 * @param flags of the JVM, those of ./licet up
 * @param app what ./licet up hands to the JVM: the server's jar, and its cache for a quick start
 * @param classPath the server and the baselines
 */
record Install(List<String> flags, List<String> app, String classPath) {

    private static final String QUICK = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED";

    /** As launcher/bench.sh tells it; without that, on this very class path. */
    static Install here() {
        String jar = System.getProperty("bench.jar", "");
        String own = System.getProperty("java.class.path");
        return new Install(
                words(System.getProperty("bench.flags", QUICK)),
                words(System.getProperty("bench.app", "")),
                jar.isEmpty() ? own : jar);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    /** With the baselines beside it. */
    Target start(String... more) throws IOException, InterruptedException {
        List<String> java = java();
        java.addAll(List.of(more));
        java.addAll(List.of("-cp", classPath, "dev.licet.Licet"));
        return Target.start(Target.freshData(), java);
    }

    /** As customers start it, on data that is there. */
    Target startAlone(java.nio.file.Path data) throws IOException, InterruptedException {
        List<String> java = java();
        java.addAll(app.isEmpty() ? List.of("-cp", classPath, "dev.licet.Licet") : app);
        return Target.start(data, java);
    }

    private List<String> java() {
        List<String> java = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        java.addAll(flags);
        String binaries = System.getProperty("licet.postgres.binaries");
        if (binaries != null) {
            java.add("-Dlicet.postgres.binaries=" + binaries);
        }
        return java;
    }
}
