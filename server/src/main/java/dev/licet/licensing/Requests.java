package dev.licet.licensing;

import dev.licet.catalog.Catalog;
import dev.licet.catalog.PlanVersion;
import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.platform.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for licences: made by one, decided by another. The row is held while it is decided, so that of two approvals at the
 * same moment one issues and the other finds what it issued.
 */
@Service
class Requests {
    private final RequestStore store;
    private final Licenses licenses;
    private final IssueBatch batch;
    private final Catalog catalog;
    private final Events events;
    private final Settings settings;
    private final InstantSource time;

    Requests(
            RequestStore store,
            Licenses licenses,
            IssueBatch batch,
            Catalog catalog,
            Events events,
            Settings settings,
            InstantSource time) {
        this.store = store;
        this.licenses = licenses;
        this.batch = batch;
        this.catalog = catalog;
        this.events = events;
        this.settings = settings;
        this.time = time;
    }

    @Transactional
    RequestRecord make(Caller by, RequestForm form) {
        form.check();
        Instant now = time.instant();
        PlanVersion plan = catalog.planIn("/plan", form.plan(), form.product());
        Contract contract = licenses.draft(plan, form.each(), now);
        RequestRecord request = new RequestRecord(
                Uuid7.next(),
                1,
                "open",
                plan.planId(),
                contract.customerId(),
                Objects.requireNonNull(form.requester()),
                form.reason(),
                form.quantityOrOne(),
                contract.overrides(),
                by.actor(),
                now,
                null,
                null,
                null);
        store.insert(request);
        events.record(
                by, "license_request.made", request.typeId(), form.reason(), null, RequestView.of(request, List.of()));
        return request;
    }

    RequestRecord get(String id) {
        return store.find(uuid(id)).orElseThrow(Requests::missing);
    }

    RequestView view(RequestRecord request) {
        return RequestView.of(request, store.licenses(request.id()));
    }

    List<RequestRecord> list(RequestFilter filter, Paging paging) {
        return store.list(filter, paging);
    }

    /** Issues what was asked for, on the plan as it is now. One that is approved already answers what it issued. */
    @Transactional
    RequestView approve(Caller by, String id, @Nullable String note, @Nullable Instant expiresAt) {
        RequestRecord request = store.lock(uuid(id)).orElseThrow(Requests::missing);
        if (request.state().equals("approved")) {
            return view(request);
        }
        checkOpen(request);
        if (settings.fourEyes() && by.actor().equals(request.madeBy())) {
            throw Problem.conflict("FOUR_EYES", "Somebody else than who made the request has to approve it.");
        }
        List<IssueBatch.Issued> issued = issue(by, request, expiresAt);
        store.link(
                request.id(), issued.stream().map(each -> each.license().id()).toList());
        decide(by, request, "approved", note);
        List<RequestView.Issued> shown = issued.stream()
                .map(each -> new RequestView.Issued(
                        each.license().typeId(), each.key().key().toString()))
                .toList();
        return RequestView.of(get(id), shown);
    }

    @Transactional
    RequestView reject(Caller by, String id, @Nullable String reason) {
        return end(by, id, "rejected", reason);
    }

    @Transactional
    RequestView withdraw(Caller by, String id, @Nullable String reason) {
        return end(by, id, "withdrawn", reason);
    }

    private RequestView end(Caller by, String id, String state, @Nullable String reason) {
        RequestRecord request = store.lock(uuid(id)).orElseThrow(Requests::missing);
        if (!request.state().equals(state)) {
            checkOpen(request);
            decide(by, request, state, reason);
        }
        return view(get(id));
    }

    private List<IssueBatch.Issued> issue(Caller by, RequestRecord request, @Nullable Instant expiresAt) {
        Instant now = time.instant();
        String planId = new TypeId("plan", request.planId()).toString();
        PlanVersion plan = catalog.planIn("/plan", planId, null);
        UUID customer = request.customerId();
        var each = new LicenseRequest(
                planId,
                null,
                customer == null ? null : new TypeId("cust", customer).toString(),
                null,
                request.overrides(),
                null,
                expiresAt,
                null);
        var wanted = new IssueBatch.Wanted(licenses.draft(plan, each, now), plan.keyPrefix());
        return batch.issue(by, Collections.nCopies(request.quantity(), wanted), now);
    }

    private void decide(Caller by, RequestRecord request, String state, @Nullable String note) {
        store.decide(request.decided(state, by.actor(), time.instant(), note));
        events.record(
                by,
                "license_request." + state,
                request.typeId(),
                note,
                RequestView.of(request, List.of()),
                view(get(request.typeId())));
    }

    private static void checkOpen(RequestRecord request) {
        if (!request.isOpen()) {
            throw Problem.conflict("REQUEST_DECIDED", "The request is " + request.state() + " already.")
                    .with("state", request.state());
        }
    }

    private static UUID uuid(String id) {
        return TypeId.find(RequestRecord.PREFIX, id).orElseThrow(Requests::missing);
    }

    private static Problem missing() {
        return Problem.notFound("license request");
    }
}
