package dev.licet.licensing;

import dev.licet.core.key.LicenseKey;
import dev.licet.platform.DueWork;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes licences known to programs without a network that an older server has issued. */
@Component
class MissingFinders implements DueWork {
    private final FinderStore store;
    private final Keys keys;

    MissingFinders(FinderStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public void run(Instant now) {
        for (List<FinderStore.Found> some = store.missing(); !some.isEmpty(); some = store.missing()) {
            for (FinderStore.Found each : some) {
                store.fill(each, keys.finder(LicenseKey.parse(keys.open(each.sealed()))));
            }
        }
    }
}
