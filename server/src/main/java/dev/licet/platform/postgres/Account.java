package dev.licet.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.licet.platform.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/**
 * As whom PostgreSQL runs, since it refuses to run as root: as ourselves where that is an ordinary user; for root inside
 * a user namespace, where the files stay root's, or as the owner of the existing files, or as nobody.
 *
 * @param prefix the words before a command that make it run so
 * @param uid whose the files must be, or -1 for ourselves
 */
record Account(List<String> prefix, int uid) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    static Account of(Path dataDirectory, Path cluster) throws IOException {
        if (!isRoot()) {
            return new Account(isNamed() || !namespaceWorks() ? List.of() : NAMESPACE, -1);
        }
        var owner = Files.exists(cluster) ? (int) Files.getAttribute(cluster, "unix:uid") : 0;
        var account = owner != 0 ? switched(owner) : namespaceWorks() ? new Account(NAMESPACE, -1) : switched(NOBODY);
        account.enter(dataDirectory);
        return account;
    }

    /** Gives the files under a directory to the account. */
    void own(Path directory) throws IOException {
        if (uid < 0) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    void mustReach(Path directory) {
        if (!Command.of(prefix, "test", "-x", directory.toString()).run().ok()) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and the unprivileged user it runs as instead cannot reach "
                            + directory
                            + ": start Licet as an ordinary user, or set LICET_DATA to a directory that everybody may"
                            + " enter, such as /var/lib/licet.");
        }
    }

    private void enter(Path directory) throws IOException {
        if (uid >= 0) {
            var permissions = Files.getPosixFilePermissions(directory);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(directory, permissions);
        }
        mustReach(directory);
    }

    private static Account switched(int uid) {
        var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
        var trial = Command.of(prefix, "true").run();
        if (!trial.ok()) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv could start it as another"
                            + " user (" + trial.output() + "): start Licet as an ordinary user.");
        }
        return new Account(prefix, uid);
    }

    private static boolean namespaceWorks() {
        return Command.of(NAMESPACE, "true").run().ok();
    }

    /** Containers may run as a bare number, which initdb does not accept; inside a namespace the number is nobody's. */
    private static boolean isNamed() {
        return !"?".equals(System.getProperty("user.name"));
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
