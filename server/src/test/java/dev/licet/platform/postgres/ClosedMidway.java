package dev.licet.platform.postgres;

import java.nio.file.Path;

/** A server that is told to end while its PostgreSQL starts: a process of its own, since nothing starts in it afterwards. */
class ClosedMidway {

    public static void main(String[] args) throws Exception {
        var data = Path.of(args[0]);
        Thread.ofPlatform().daemon().start(() -> EmbeddedPostgres.start(data));
        while (Postmaster.of(Cluster.directory(data)).filter(Postmaster::runs).isEmpty()) {
            Thread.sleep(1);
        }
        EmbeddedPostgres.closeAll();
        System.exit(0);
    }
}
