package dev.licet.licensing;

import dev.licet.core.decision.Decision;
import dev.licet.core.decision.Decisions;
import dev.licet.core.decision.Question;
import dev.licet.core.decision.Standing;
import dev.licet.core.key.LicenseKey;
import dev.licet.core.policy.Policy;
import dev.licet.core.token.LicenseToken;
import dev.licet.platform.Caller;
import dev.licet.protection.Geography;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What of a licence may be taken along, for another module that writes it down. */
@Service
public class LicenseGrants {
    private final FactsStore facts;
    private final LicenseStore licenses;
    private final FinderStore finders;
    private final DeviceStore devices;
    private final Beginnings beginnings;
    private final Tokens tokens;
    private final Keys keys;
    private final Geography geography;
    private final InstantSource time;

    LicenseGrants(
            FactsStore facts,
            LicenseStore licenses,
            FinderStore finders,
            DeviceStore devices,
            Beginnings beginnings,
            Tokens tokens,
            Keys keys,
            Geography geography,
            InstantSource time) {
        this.facts = facts;
        this.licenses = licenses;
        this.finders = finders;
        this.devices = devices;
        this.beginnings = beginnings;
        this.tokens = tokens;
        this.keys = keys;
        this.geography = geography;
        this.time = time;
    }

    /** A licence with its key. */
    public record Holder(UUID license, LicenseKey key) {}

    /**
     * What a program may take along now.
     *
     * @param ref the licence's id as it is written
     * @param token what it says; id, policy and end are for the taker to say
     * @param standing where the licence stands
     * @param policy in force
     * @param device the place of the device, when it holds one
     */
    public record Grant(
            UUID license,
            String ref,
            LicenseToken token,
            Standing standing,
            Policy policy,
            @Nullable UUID device) {}

    /** The licence of a program without a network, by what it is known by. */
    public Optional<Holder> byFinder(String finder) {
        return finders.find(keys.finder(finder)).map(found -> holder(found.license(), found.sealed()));
    }

    /** A licence's key, for what only its holder is to read. */
    public Holder holder(UUID license) {
        return holder(license, licenses.sealedKey(license));
    }

    /**
     * Decides as a validation does, and holds the licence until the end of the transaction. A term that waited for this begins.
     *
     * @param nonce what the program will recognise the answer by
     * @param address where the call came from; null when that is not where the program runs
     * @throws dev.licet.platform.Problem 404, or 409 with the code of the refusal
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Grant grant(Caller by, UUID id, Question told, @Nullable String nonce, @Nullable String address) {
        if (!licenses.lock(id)) {
            throw LicenseRecords.missing();
        }
        Instant now = time.instant();
        Question asked = address == null ? told : told.from(geography.of(address));
        FactsStore.Found found = facts.byLicense(id, asked, now).orElseThrow(LicenseRecords::missing);
        Question question = found.license().byCode(asked);
        return switch (Decisions.decide(found.facts(), question, now)) {
            case Decision.Refused refused -> throw Activations.denied(refused);
            case Decision.Permitted permitted -> granted(by, found.license(), permitted, question, nonce, now);
        };
    }

    private Grant granted(
            Caller by,
            License license,
            Decision.Permitted permitted,
            Question question,
            @Nullable String nonce,
            Instant now) {
        UUID device = permitted.device() == null
                ? null
                : UUID.fromString(permitted.device().id());
        if (device != null) {
            devices.seen(device, question.version(), now);
        } else if (license.policy().checkIn() != null) {
            licenses.checkedIn(license.id(), now);
        }
        License begun = permitted.started() == null ? license : beginnings.begin(by, license, permitted.started());
        LicenseToken token =
                tokens.draft(begun, begun.contract().term(), permitted.standing(), question, nonce, now, now);
        return new Grant(license.id(), license.typeId(), token, permitted.standing(), license.policy(), device);
    }

    private Holder holder(UUID license, byte[] sealed) {
        return new Holder(license, LicenseKey.parse(keys.open(sealed)));
    }
}
