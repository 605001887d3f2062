package dev.licet.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licet.core.file.InvalidFile;
import dev.licet.core.file.RevocationList;
import dev.licet.core.token.LicenseToken;
import dev.licet.sdk.internal.LockedFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies what was kept before it is gone by; a signature that was verified already is not verified again. */
final class Proving {

    private static final System.Logger LOG = System.getLogger("dev.licet.sdk");

    /** A list of a million licences and more. */
    private static final int LONGEST = 1 << 26;

    private final Settings settings;
    private final Trust trust;
    private final TokenCheck tokens;
    private final FileCheck files;
    private final LockedFile list;

    Proving(Settings settings, Trust trust, TokenCheck tokens, FileCheck files) {
        this.settings = settings;
        this.trust = trust;
        this.tokens = tokens;
        this.files = files;
        this.list = new LockedFile(settings.store().resolve(Store.name(settings) + ".revocations"), LONGEST);
    }

    /** What was kept, with the token verified. */
    Known all(Known before, Saved saved, @Nullable String trouble) {
        trust.restore(saved.statement());
        if (saved.token() == null) {
            return rest(before, saved, null, trouble);
        }
        try {
            return rest(before, saved, tokens.check(saved.token(), null), trouble);
        } catch (LicetException.Untrusted e) {
            return rest(before, saved, null, Objects.requireNonNullElse(trouble, String.valueOf(e.getMessage())));
        }
    }

    /** The same with a token that was verified. */
    Known rest(Known before, Saved saved, @Nullable LicenseToken token, @Nullable String trouble) {
        trust.restore(saved.statement());
        RevocationList revocations = revocations(before, saved.listed());
        String file = saved.carried().file();
        if (file == null) {
            return new Known(saved, token, null, revocations, trouble);
        }
        try {
            return new Known(saved, token, files.check(file, keys(saved)).grant(), revocations, trouble);
        } catch (LicetException.BadFile e) {
            return new Known(
                    saved,
                    token,
                    null,
                    revocations,
                    Objects.requireNonNullElse(trouble, String.valueOf(e.getMessage())));
        }
    }

    /** The licence keys that may open a file. */
    List<String> keys(Saved saved) {
        Carried.Asked asked = saved.carried().asked();
        return Stream.of(
                        Optional.ofNullable(asked).map(Carried.Asked::key),
                        Optional.ofNullable(saved.key()),
                        Optional.ofNullable(settings.licenseKey()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    void keep(String revocations) throws IOException {
        list.alone(() -> {
            list.write(revocations.getBytes(UTF_8));
            return true;
        });
    }

    /** One that is older than the latest known was put back by somebody, and says nothing. */
    private @Nullable RevocationList revocations(Known before, @Nullable Instant latest) {
        RevocationList known = before.revocations();
        if (latest == null || (known != null && known.issuedAt().equals(latest))) {
            return latest == null ? null : known;
        }
        try {
            return list.alone(list::read)
                    .map(bytes -> new String(bytes, UTF_8))
                    .map(text -> RevocationList.verify(text, trust.keys(), settings.product()))
                    .filter(read -> !read.issuedAt().isBefore(latest))
                    .orElse(null);
        } catch (IOException | InvalidFile e) {
            LOG.log(Level.DEBUG, "The list of what was taken back can't be read: {0}", e.getMessage());
            return null;
        }
    }
}
