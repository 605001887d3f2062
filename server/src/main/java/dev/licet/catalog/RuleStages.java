package dev.licet.catalog;

import dev.licet.platform.Caller;
import dev.licet.platform.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an event of each stage that a rule about versions reaches by time alone. The rule's row is held meanwhile and remembers what
 * was told, so that each stage is told once, on any number of nodes, and also when several passed while no server ran.
 */
@Component
class RuleStages implements DueWork {
    private final RuleStore store;
    private final RuleBook rules;
    private final TransactionTemplate transaction;

    RuleStages(RuleStore store, RuleBook rules, TransactionTemplate transaction) {
        this.store = store;
        this.rules = rules;
        this.transaction = transaction;
    }

    @Override
    public void run(Instant now) {
        while (Objects.requireNonNull(transaction.execute(status -> look(now))) > 0) {
            // Until nothing is due.
        }
    }

    private int look(Instant now) {
        List<VersionRule> due = store.due(now);
        due.forEach(rule -> rules.tell(Caller.system("due-work"), rule, now));
        return due.size();
    }
}
