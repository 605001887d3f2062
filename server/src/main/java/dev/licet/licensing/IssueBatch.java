package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues many licences with few statements, each with its own key and event, as if it had been issued alone. The first on some
 * terms is issued alone indeed and read back; the others on these terms are made after it.
 */
@Component
class IssueBatch {
    private final LicenseStore licenses;
    private final IssueStore store;
    private final LicenseRecords records;
    private final Keys keys;

    IssueBatch(LicenseStore licenses, IssueStore store, LicenseRecords records, Keys keys) {
        this.licenses = licenses;
        this.store = store;
        this.records = records;
        this.keys = keys;
    }

    /** A licence to be issued. */
    record Wanted(Contract contract, @Nullable String keyPrefix) {}

    /** One that was. */
    record Issued(License license, Keys.Made key) {}

    private record Terms(UUID plan, int version, Overrides overrides, Facts.Term term) {
        static Terms of(Contract contract) {
            return new Terms(contract.planId(), contract.planVersion(), contract.overrides(), contract.term());
        }
    }

    /** In the caller's transaction; in the order in which they are wanted. */
    List<Issued> issue(Caller by, List<Wanted> all, Instant now) {
        Map<Terms, License> firsts = new HashMap<>();
        List<Issued> issued = new ArrayList<>(all.size());
        List<IssueStore.Draft> drafts = new ArrayList<>(all.size());
        LinkedHashMap<String, License> likewise = new LinkedHashMap<>();
        for (Wanted wanted : all) {
            Keys.Made key = keys.make(wanted.keyPrefix());
            UUID id = Uuid7.next();
            License first = firsts.get(Terms.of(wanted.contract()));
            if (first == null) {
                License alone = alone(by, id, wanted.contract(), key, now);
                firsts.put(Terms.of(wanted.contract()), alone);
                issued.add(new Issued(alone, key));
            } else {
                var mask = new License.KeyMask(key.key().prefix(), key.key().hint());
                License license = first.likewise(id, mask, wanted.contract());
                drafts.add(new IssueStore.Draft(id, wanted.contract(), key, turn(license, now)));
                likewise.put(license.typeId(), license);
                issued.add(new Issued(license, key));
            }
        }
        if (!drafts.isEmpty()) {
            store.insert(drafts, now);
            records.issued(by, likewise);
        }
        return issued;
    }

    private License alone(Caller by, UUID id, Contract contract, Keys.Made key, Instant now) {
        licenses.insert(id, contract, key, now);
        return records.issued(by, id);
    }

    /** When due work looks at it first: at once only when there is something to tell already. */
    private static @Nullable Instant turn(License license, Instant now) {
        return Turn.of(license, now) == null ? Turn.next(license, now) : now;
    }
}
