package dev.licet.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What measures are made on: a server that is filled when the first of them needs it, and shared by the others. */
final class Stage implements AutoCloseable {
    static final String PRODUCT = "bench";

    private final Install install;
    private final Scale scale;
    private @Nullable Target server;
    private String postgres = "not needed";

    Stage(Install install, Scale scale) {
        this.install = install;
        this.scale = scale;
    }

    Install install() {
        return install;
    }

    Scale scale() {
        return scale;
    }

    /** The shared server with the licences of the scale. */
    Target server(Progress progress) throws Exception {
        if (server == null) {
            server = filled(scale.licenses(), progress);
        }
        return server;
    }

    /** A server of one's own with so many licences. */
    Target filled(int licenses, Progress progress) throws Exception {
        progress.say("starting a server");
        Target target = install.start();
        progress.say("filling it with " + licenses + " licences");
        catalogue(target);
        UUID plan = plan(
                target,
                "pro",
                Map.of("export", true, "maxNotes", 500, "support", "gold"),
                Map.of(
                        "term",
                        "P1Y",
                        "devices",
                        3,
                        "grace",
                        "P14D",
                        "heartbeat",
                        "P1D",
                        "warnBefore",
                        List.of("P30D", "P7D")));
        int step = 50_000;
        for (int from = 0; from < licenses; from += step) {
            target.post(
                    "/bench/seed?plan=" + plan + "&from=" + from + "&to=" + Math.min(licenses, from + step), Map.of());
        }
        var volume = target.get("/bench/volume");
        postgres = text(volume, "version") + ", embedded, fsync " + text(volume, "fsync");
        return target;
    }

    /** Its version, and whether it keeps what it acknowledges. */
    String postgres() {
        return postgres;
    }

    private static void catalogue(Target target) throws IOException, InterruptedException {
        target.post("/v1/products", Map.of("code", PRODUCT, "name", "Bench", "kind", "software"));
        for (String each : List.of("export:switch", "maxNotes:number", "support:text", "calls:metered")) {
            String[] feature = each.split(":", -1);
            target.post(
                    "/v1/products/" + PRODUCT + "/features",
                    Map.of("code", feature[0], "name", feature[0], "type", feature[1]));
        }
    }

    /** Makes a plan, and returns its id as the database has it. */
    static UUID plan(Target target, String code, Map<String, ?> features, Map<String, ?> policy)
            throws IOException, InterruptedException {
        var plan = target.post(
                "/v1/plans",
                Map.of("product", PRODUCT, "code", code, "name", code, "features", features, "policy", policy));
        return dev.licet.core.id.TypeId.parse(text(plan, "id")).uuid();
    }

    static String text(Map<String, @Nullable Object> json, String name) {
        return String.valueOf(Objects.requireNonNull(json.get(name), name));
    }

    /** Forgets the shared server, which was stopped. */
    void renew() throws IOException {
        close();
        server = null;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
