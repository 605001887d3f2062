package dev.licet.licensing;

import dev.licet.core.json.FieldError;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seats freed and given in one step: all that was asked for or, with the reason for each that cannot be, nothing. */
@Service
class SeatBulk {
    private final Seats seats;
    private final LicenseRecords records;
    private final SeatStore store;

    SeatBulk(Seats seats, LicenseRecords records, SeatStore store) {
        this.seats = seats;
        this.records = records;
        this.store = store;
    }

    @Transactional
    SeatBulkView change(Caller by, String id, SeatBulkRequest request) {
        request.checked();
        License license = records.lock(id);
        Refusals refusals = new Refusals();
        List<Seat> freed = each(
                request.freeOrNone(),
                "/free/",
                refusals,
                (user, pointer) -> seats.find(license, user)
                        .map(seat -> seats.free(by, seat, null))
                        .orElseThrow(() -> Problem.invalid(pointer, "has no seat in this license")));
        List<Seat> assigned = each(
                request.assignOrNone(),
                "/assign/",
                refusals,
                (user, pointer) -> seats.assign(by, license, user, pointer));
        refusals.done();
        return new SeatBulkView(
                assigned.stream().map(SeatView::of).toList(),
                freed.stream().map(SeatView::of).toList(),
                store.count(license.id()));
    }

    private static List<Seat> each(
            List<String> users, String pointer, Refusals refusals, BiFunction<String, String, Seat> step) {
        List<Seat> done = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            try {
                done.add(step.apply(users.get(i), pointer + i));
            } catch (Problem refused) {
                refusals.add(pointer + i, refused);
            }
        }
        return done;
    }

    /** Bad values come before limits: a caller mends those first. */
    private static final class Refusals {
        private final List<FieldError> bad = new ArrayList<>();
        private @Nullable Problem limit;

        void add(String pointer, Problem refused) {
            if (refused.status() != 409) {
                bad.addAll(refused.errors());
                return;
            }
            limit = (limit == null ? refused : limit).field(pointer, refused.detail());
        }

        void done() {
            if (!bad.isEmpty()) {
                throw Problem.invalid(bad);
            }
            if (limit != null) {
                throw limit;
            }
        }
    }
}
