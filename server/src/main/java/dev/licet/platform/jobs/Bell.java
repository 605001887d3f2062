package dev.licet.platform.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the worker of this node when a job was made here; those of other nodes look for themselves. */
@Component
class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    void ring() {
        rung.release();
    }

    /** Returns at the next ring, or after a while without one. */
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
