package dev.licet.licensing;

import dev.licet.platform.Caller;
import dev.licet.platform.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an event of what happens to a licence by time alone: it expires soon, its grace begins, it falls back, it has expired.
 * The row is held meanwhile and remembers what was told, so that each is told once, on any number of nodes. Of several turns
 * that were missed only the last is told.
 */
@Component
class Turns implements DueWork {
    private final TurnStore store;
    private final LicenseRecords licenses;
    private final TransactionTemplate transaction;

    Turns(TurnStore store, LicenseRecords licenses, TransactionTemplate transaction) {
        this.store = store;
        this.licenses = licenses;
        this.transaction = transaction;
    }

    @Override
    public void run(Instant now) {
        while (Objects.requireNonNull(transaction.execute(status -> look(now))) > 0) {
            // Until nothing is due.
        }
    }

    private int look(Instant now) {
        List<TurnStore.Told> due = store.due(now);
        due.forEach(told -> look(told, now));
        return due.size();
    }

    private void look(TurnStore.Told told, Instant now) {
        License license = licenses.get(told.license());
        Turn turn = Turn.of(license, now);
        Instant end = license.contract().term().expiresAt();
        boolean news = turn != null && !told.covers(turn, end);
        if (turn != null && news) {
            LicenseView view = LicenseView.of(license, now);
            licenses.note(Caller.system("due-work"), turn.event(), license.id(), null, null, view);
        }
        store.keep(news ? new TurnStore.Told(license.id(), turn, end) : told, Turn.next(license, now));
    }
}
