package dev.licet.core.decision;

import dev.licet.core.allocation.Share;
import dev.licet.core.device.Device;
import dev.licet.core.meter.Balance;
import dev.licet.core.policy.Features;
import dev.licet.core.policy.Policy;
import dev.licet.core.policy.Starts;
import dev.licet.core.release.Releases;
import dev.licet.core.time.Span;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about one licence, as far as a question needs it. Loaded once, then decided on: no rule reads anything else.
 *
 * @param product the code of the product
 * @param plan the code of the plan
 * @param policy the plan's policy with what was overridden on this licence
 * @param features likewise
 * @param fallback what remains after expiry, for a policy that falls back
 * @param term when it starts and ends
 * @param suspendedAt since when it has been stopped
 * @param revokedAt since when it has been taken back
 * @param checkedInAt when a program last reached the server with it; null when none has
 * @param devices the devices it is active on
 * @param users the users it is assigned to
 * @param leases the floating seats that are taken
 * @param usage what has been used of its metered features
 * @param releases what the vendor says of the program's versions, beyond the policy
 */
public record Facts(
        String product,
        String plan,
        Policy policy,
        Features features,
        @Nullable Fallback fallback,
        Term term,
        @Nullable Instant suspendedAt,
        @Nullable Instant revokedAt,
        @Nullable Instant checkedInAt,
        Devices devices,
        Users users,
        Leases leases,
        Usage usage,
        Releases releases) {

    /**
     * Reads facts as the vectors in {@code spec/vectors} write them.
     *
     * @throws dev.licet.core.json.InvalidFields naming each bad field
     */
    public static Facts read(Map<String, ? extends @Nullable Object> json) {
        return FactsReader.facts(json);
    }

    /** The facts as they are once this has happened: it may be what starts the term. */
    public Facts after(Starts occasion, Instant now) {
        return term.startedAt() == null && term.reached(now) && starts(occasion)
                ? with(term.started(policy, now), users, usage, releases)
                : this;
    }

    /** The same facts with another usage. */
    public Facts with(Usage usage) {
        return with(term, users, usage, releases);
    }

    /** The same facts with what else is on record about users. */
    public Facts with(Users users) {
        return with(term, users, usage, releases);
    }

    /** The same facts with what the vendor says of versions. */
    public Facts with(Releases releases) {
        return with(term, users, usage, releases);
    }

    private Facts with(Term term, Users users, Usage usage, Releases releases) {
        return new Facts(
                product,
                plan,
                policy,
                features,
                fallback,
                term,
                suspendedAt,
                revokedAt,
                checkedInAt,
                devices,
                users,
                leases,
                usage,
                releases);
    }

    /** The term, if it began between those facts and these; else null. */
    public @Nullable Term begunSince(Facts before) {
        return before.term.startedAt() == null && term.startedAt() != null ? term : null;
    }

    private boolean starts(Starts occasion) {
        return policy.starts() == occasion || policy.starts() == Starts.FIRST_USE;
    }

    /**
     * What remains after expiry.
     *
     * @param plan the code of the fallback plan
     * @param features its features
     */
    public record Fallback(String plan, Features features) {}

    /**
     * When a licence starts and ends.
     *
     * @param startsAt the date before which it permits nothing; null for none
     * @param startedAt when its term began to run; null when it has not
     * @param expiresAt its end, excluded; null when it has none, or none yet
     * @param maintenanceUntil the end of its maintenance, excluded, when it was renewed or set; null for what the policy says
     */
    public record Term(
            @Nullable Instant startsAt,
            @Nullable Instant startedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant maintenanceUntil) {

        /** A term whose maintenance is what the policy says. */
        public Term(@Nullable Instant startsAt, @Nullable Instant startedAt, @Nullable Instant expiresAt) {
            this(startsAt, startedAt, expiresAt, null);
        }

        /** Whether its start date, if it has one, has come. */
        boolean reached(Instant now) {
            return startsAt == null || !now.isBefore(startsAt);
        }

        /** The same term begun at an instant; an end that was set by hand stays. */
        public Term started(Policy policy, Instant at) {
            Instant end =
                    expiresAt == null && policy.term() != null ? policy.term().addTo(at) : expiresAt;
            return new Term(startsAt, at, end, maintenanceUntil);
        }

        /** The same term with another end. */
        public Term until(@Nullable Instant end) {
            return new Term(startsAt, startedAt, end, maintenanceUntil);
        }

        /** The same term with another end of its maintenance; null for what the policy says. */
        public Term maintained(@Nullable Instant until) {
            return new Term(startsAt, startedAt, expiresAt, until);
        }

        /** The end of its maintenance, excluded: what was released before may be used. Null when it has none, or none yet. */
        public @Nullable Instant maintainedUntil(Policy policy) {
            Span span = policy.maintenance();
            return maintenanceUntil != null || span == null || startedAt == null
                    ? maintenanceUntil
                    : span.addTo(startedAt);
        }
    }

    /**
     * The devices a licence is active on.
     *
     * @param active how many there are
     * @param alike those of them that share the fingerprint or a component with the device in question
     */
    public record Devices(int active, List<KnownDevice> alike) {
        /** None. */
        public static final Devices NONE = new Devices(0, List.of());

        /**
         * Reads the devices alike from JSON.
         *
         * @param alike a list of objects with the fields of {@link KnownDevice} and of its device
         * @throws dev.licet.core.json.InvalidFields naming each bad field
         */
        public static Devices read(int active, String alike) {
            return FactsReader.devices(active, alike);
        }
    }

    /**
     * One active device.
     *
     * @param id its id
     * @param device as it was activated
     * @param rank 1 for the device that has held its place longest, and so on
     * @param heartbeatAt its last heartbeat, or its activation
     * @param seenAt when it last reached the server
     * @param user who activated it; null when nobody was named
     * @param userRank 1 for the device that this user has held longest, and so on
     */
    public record KnownDevice(
            String id,
            Device device,
            int rank,
            Instant heartbeatAt,
            Instant seenAt,
            @Nullable String user,
            int userRank) {

        /** A device that nobody was named for. */
        public KnownDevice(String id, Device device, int rank, Instant heartbeatAt, Instant seenAt) {
            this(id, device, rank, heartbeatAt, seenAt, null, 1);
        }

        /** Whether this user, or nobody in particular, is the one who activated it. */
        boolean isOf(@Nullable String asking) {
            return asking == null || asking.equalsIgnoreCase(user);
        }
    }

    /**
     * The users a licence is assigned to.
     *
     * @param assigned how many there are
     * @param rank 1 when the user in question was assigned first, and so on; null when not assigned at all
     * @param departed whether the user in question has left the organization that holds the licence
     * @param devices how many devices the user in question holds places for
     * @param places the part of the licence's places that the user in question draws on; null when they are not divided among departments
     */
    public record Users(
            int assigned,
            @Nullable Integer rank,
            boolean departed,
            int devices,
            @Nullable Share places) {

        /** Users of whom no more is on record than their seats. */
        public Users(int assigned, @Nullable Integer rank) {
            this(assigned, rank, false, 0, null);
        }

        /** The same users, where the one in question draws on a part of the places. */
        public Users with(@Nullable Share places) {
            return new Users(assigned, rank, departed, devices, places);
        }

        /** None. */
        public static final Users NONE = new Users(0, null);
    }

    /**
     * The floating seats of the licence that are taken, as far as a question needs them.
     *
     * @param used how many there are
     * @param rank how many are taken as long as the one that the asking device or user holds, itself included; null when it holds none
     */
    public record Leases(int used, @Nullable Integer rank) {
        /** None. */
        public static final Leases NONE = new Leases(0, null);
    }

    /**
     * What has been used of the metered features.
     *
     * @param balances how each stands now, by its code; what is absent is not judged by its use
     */
    public record Usage(Map<String, Balance> balances) {
        /** Nothing is known. */
        public static final Usage NONE = new Usage(Map.of());

        public Usage {
            balances = Collections.unmodifiableMap(new LinkedHashMap<>(balances));
        }
    }
}
