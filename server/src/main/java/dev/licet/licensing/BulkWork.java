package dev.licet.licensing;

import dev.licet.core.key.LicenseKey;
import dev.licet.platform.JobWork;

/** A job whose rows are about licences. */
abstract class BulkWork implements JobWork {
    private final Keys keys;

    BulkWork(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String subject() {
        return License.PREFIX;
    }

    @Override
    public String reveal(byte[] secret) {
        return keys.open(secret);
    }

    @Override
    public String masked(byte[] secret) {
        return LicenseKey.parse(keys.open(secret)).masked();
    }
}
