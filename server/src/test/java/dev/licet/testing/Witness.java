package dev.licet.testing;

import dev.licet.platform.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Due work that only notes when it was last run. */
@Component
public class Witness implements DueWork {
    private volatile Instant last = Instant.EPOCH;

    @Override
    public void run(Instant now) {
        last = now;
    }

    public Instant last() {
        return last;
    }
}
