package dev.licet.offline;

import dev.licet.core.file.FileTerm;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.id.TypeId;
import dev.licet.core.id.Uuid7;
import dev.licet.core.token.LicenseToken;
import dev.licet.core.token.Signatory;
import dev.licet.licensing.LicenseGrants;
import dev.licet.licensing.LicenseUse;
import dev.licet.platform.Caller;
import dev.licet.platform.Problem;
import dev.licet.signing.Signer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives licence files out. Each has its own id, under which it is on record to whom it went before it leaves. */
@Service
class Files {
    private final LicenseGrants grants;
    private final LicenseUse licenses;
    private final Signer signer;
    private final FileStore store;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource time;

    Files(LicenseGrants grants, LicenseUse licenses, Signer signer, FileStore store, InstantSource time) {
        this.grants = grants;
        this.licenses = licenses;
        this.signer = signer;
        this.store = store;
        this.time = time;
    }

    /**
     * Makes a file for a licence.
     *
     * @param nonce what the program will recognise the answer by
     * @param address where a program asked from; null when staff asked
     */
    @Transactional
    IssuedFile issue(Caller by, UUID license, FileOrder order, @Nullable String nonce, @Nullable String address) {
        LicenseGrants.Grant grant = grants.grant(by, license, order.question(), nonce, address);
        FileTerm term = FileTerm.of(grant.policy(), order.question().device() != null);
        if (order.ttl() != null && !term.permits(order.ttl())) {
            throw Problem.invalid("/ttl", "must be at most " + term.longest() + ": " + why(order));
        }
        Instant now = time.instant();
        Instant end = term.end(grant.standing(), order.ttl(), now).truncatedTo(ChronoUnit.SECONDS);
        UUID id = Uuid7.next();
        LicenseToken token = grant.token().lasting(new TypeId(FileRecord.PREFIX, id).toString(), term.policy(), end);
        IssuedFile file = IssuedFile.of(token, order, text(token, order, license));
        store.insert(record(id, grant, token, order, by, address, now));
        licenses.note(by, "file.issued", license, null, Note.of(file));
        return file;
    }

    private String text(LicenseToken token, FileOrder order, UUID license) {
        List<Signatory> by = signer.signatories(order.algorithms(), token.expiresAt());
        return order.encrypt()
                ? LicenseFile.encrypt(token, by, grants.holder(license).key(), random)
                : LicenseFile.write(token, by);
    }

    private static FileRecord record(
            UUID id,
            LicenseGrants.Grant grant,
            LicenseToken token,
            FileOrder order,
            Caller by,
            @Nullable String address,
            Instant now) {
        return new FileRecord(
                id,
                grant.license(),
                grant.device(),
                token.device() == null ? null : token.device().fingerprint(),
                token.user(),
                null,
                now,
                token.expiresAt(),
                order.algorithms(),
                order.encrypt(),
                by.actor(),
                address,
                by.requestId(),
                null,
                null,
                null);
    }

    private static String why(FileOrder order) {
        return order.question().device() == null
                ? "a file for any device is good for the policy's offlineTtl, or its leaseTtl where seats float"
                : "a file for one device is good for the policy's airGapTtl, or else as one for any device";
    }

    /** What stands in the history of it. */
    record Note(
            String file,
            @Nullable String device,
            @Nullable String user,
            Instant expiresAt,
            List<String> algorithms,
            boolean encrypted) {
        static Note of(IssuedFile file) {
            return new Note(
                    file.id(), file.device(), file.user(), file.expiresAt(), file.algorithms(), file.encrypted());
        }
    }
}
