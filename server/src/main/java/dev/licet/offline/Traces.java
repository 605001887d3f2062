package dev.licet.offline;

import dev.licet.core.file.Armor;
import dev.licet.core.file.InvalidFile;
import dev.licet.core.file.LicenseFile;
import dev.licet.core.file.LicenseFileVerifier;
import dev.licet.core.id.TypeId;
import dev.licet.core.token.InvalidToken;
import dev.licet.core.token.Jws;
import dev.licet.licensing.LicenseGrants;
import dev.licet.licensing.LicenseUse;
import dev.licet.platform.Caller;
import dev.licet.platform.Page;
import dev.licet.platform.Paging;
import dev.licet.platform.Problem;
import dev.licet.signing.PublicKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads from a licence file, be it found anywhere, back to whom it was given. */
@Service
class Traces {
    private static final Set<String> ANY = Set.of("EdDSA");

    private final FileStore store;
    private final LicenseUse licenses;
    private final LicenseGrants grants;
    private final PublicKeys keys;
    private final InstantSource time;

    Traces(FileStore store, LicenseUse licenses, LicenseGrants grants, PublicKeys keys, InstantSource time) {
        this.store = store;
        this.licenses = licenses;
        this.grants = grants;
        this.keys = keys;
        this.time = time;
    }

    Page<FileView> of(String license, Paging paging) {
        Instant now = time.instant();
        UUID id = licenses.get(license).id();
        return Page.of(store.list(id, paging), paging, each -> each.file().id(), each -> FileView.of(each, now));
    }

    FileView get(String id) {
        return FileView.of(find(uuid(id)), time.instant());
    }

    /** Finds a file by its text. Whether this server made the text as it is is said; whom the id in it was given to in any case. */
    TraceView trace(String text) {
        UUID id = uuid(idIn(text));
        Traced traced = find(id);
        String doubt = doubt(text, traced.file());
        return new TraceView(doubt == null, doubt, FileView.of(traced, time.instant()));
    }

    /** Takes one file back: it is on the revocation list until its end. */
    @Transactional
    FileView revoke(Caller by, String id, @Nullable String reason) {
        UUID uuid = uuid(id);
        Traced traced = find(uuid);
        if (store.revoke(uuid, reason, time.instant())) {
            licenses.note(
                    by,
                    "file.revoked",
                    traced.file().license(),
                    reason,
                    new Revoked(traced.file().typeId()));
        }
        return get(id);
    }

    /** What stands in the history of it. */
    record Revoked(String file) {}

    private Traced find(UUID id) {
        return store.find(id).orElseThrow(Traces::missing);
    }

    private static String idIn(String text) {
        String outer = LicenseFileVerifier.outerId(text);
        try {
            Object id = outer == null
                    ? Jws.parseAll(Armor.LICENSE_FILE.read(text))
                            .getFirst()
                            .claims()
                            .get("jti")
                    : outer;
            return String.valueOf(id);
        } catch (InvalidFile e) {
            throw Faults.problem("/file", e);
        } catch (InvalidToken e) {
            throw Problem.invalid("/file", "is no license file: between its first and last line stands something else");
        }
    }

    /** Why the text is not one that this server gave out as it is; null when it is. */
    private @Nullable String doubt(String text, FileRecord record) {
        try {
            LicenseFileVerifier verifier = new LicenseFileVerifier(keys.verifiers(), ANY);
            LicenseFile file =
                    verifier.verify(text, grants.holder(record.license()).key(), record.fingerprint());
            return file.grant().id().equals(record.typeId()) ? null : "It holds another file than it says.";
        } catch (InvalidFile e) {
            return e.getMessage();
        }
    }

    private static UUID uuid(String id) {
        return TypeId.find(FileRecord.PREFIX, id).orElseThrow(Traces::missing);
    }

    private static Problem missing() {
        return Problem.notFound("license file");
    }
}
