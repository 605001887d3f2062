package dev.licet.console;

import dev.licet.licensing.LicenseCard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be done with a licence; each has a page that says what it means before it is done. */
enum LicenseAct {
    RENEW("renew", "term", false),
    EXPIRY("expiry", "end", false),
    MOVE("move", "plan", false),
    TRANSFER("transfer", "customer", false),
    SUSPEND("suspend", "reason", true),
    RESUME("resume", "", false),
    REPLACE_KEY("replace-key", "", true),
    REVOKE("revoke", "reason confirm", true);

    private final String path;
    private final String fields;
    private final boolean grave;

    LicenseAct(String path, String fields, boolean grave) {
        this.path = path;
        this.fields = fields;
        this.grave = grave;
    }

    String path() {
        return path;
    }

    /** What has to be filled in. */
    List<String> fields() {
        return List.of(fields.split(" ", -1));
    }

    /** Whether somebody is stopped by it. */
    boolean grave() {
        return grave;
    }

    /** Whether the licence is in a state in which it makes sense. */
    boolean fits(LicenseCard license) {
        boolean alive = license.revoked() == null;
        return switch (this) {
            case RENEW -> alive && license.expiresAt() != null;
            case SUSPEND -> alive && license.suspended() == null;
            case RESUME -> alive && license.suspended() != null;
            case EXPIRY, MOVE, TRANSFER, REPLACE_KEY, REVOKE -> alive;
        };
    }

    static List<LicenseAct> fitting(LicenseCard license) {
        return Arrays.stream(values()).filter(act -> act.fits(license)).toList();
    }

    static Optional<LicenseAct> of(String path) {
        return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
    }
}
