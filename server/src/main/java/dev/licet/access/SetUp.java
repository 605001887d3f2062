package dev.licet.access;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Checks;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import dev.licet.signing.Fingers;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first member of staff: chosen by the operator, or with the one-time code that the start prints. */
@Service
public class SetUp {
    private static final String PURPOSE = "setup-code";
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StaffStore store;
    private final SetUpStore codes;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Fingers fingers;
    private final Events events;
    private final InstantSource clock;
    private final Throttle throttle = new Throttle();

    SetUp(
            StaffStore store,
            SetUpStore codes,
            Passwords passwords,
            SignIn signIn,
            Fingers fingers,
            Events events,
            InstantSource clock) {
        this.store = store;
        this.codes = codes;
        this.passwords = passwords;
        this.signIn = signIn;
        this.fingers = fingers;
        this.events = events;
        this.clock = clock;
    }

    /** What the first member of staff fills in. */
    public record Form(String code, String email, String name, String password) {
        @Override
        public String toString() {
            return "Form[]";
        }
    }

    /** Whether there is nobody yet who could sign in. */
    public boolean isOpen() {
        return store.isEmpty();
    }

    /** An owner with a password that the operator chose; nothing when there is staff already. */
    @Transactional
    void chosen(String email, String password) {
        if (store.isEmptyAndLocked()) {
            add(Caller.system("start"), email, email, passwords.hash(password));
        }
    }

    /** A code that opens the set-up page, in place of an earlier one; none when there is staff already. */
    @Transactional
    Optional<String> code() {
        if (!store.isEmptyAndLocked()) {
            return Optional.empty();
        }
        String code = random();
        codes.put(fingers.hash(PURPOSE, code));
        return Optional.of(code.replaceAll("(.{4})(?!$)", "$1-"));
    }

    /**
     * Makes the first member of staff, an owner, and signs in.
     *
     * @throws Problem 422 that names a field, 429 after too many wrong codes, 409 when there is staff already
     */
    @Transactional
    public SignIn.Outcome.Entered finish(Form form, Sessions.Browser from, String requestId) {
        var checks = new Checks().email("email", form.email().strip()).text("name", form.name(), 1, 200);
        Passwords.check(checks, "password", form.password(), form.email()).done();
        checkCode(form.code(), from);
        if (!store.isEmptyAndLocked()) {
            throw Problem.conflict("SET_UP_ALREADY", "The first account was made already: sign in.");
        }
        codes.delete();
        StaffMember owner = add(
                Caller.system(requestId), form.email().strip(), form.name().strip(), passwords.hash(form.password()));
        return signIn.enter(owner, from, requestId);
    }

    private void checkCode(String typed, Sessions.Browser from) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        byte[] hash = fingers.hash(PURPOSE, code);
        if (codes.get().filter(kept -> MessageDigest.isEqual(kept, hash)).isPresent()) {
            return;
        }
        throttle.failed(from.address(), clock.instant()).ifPresent(wait -> {
            throw Problem.of(429, "TOO_MANY_REQUESTS", "Too many wrong codes came from your address. Wait a little.")
                    .header("Retry-After", Long.toString(wait.toSeconds()));
        });
        throw Problem.invalid("code", "is not the code that the latest start of the server printed");
    }

    private StaffMember add(Caller by, String email, String name, String password) {
        Instant now = clock.instant();
        var owner = new StaffMember(Uuid7.next(), email, name, List.of(Role.OWNER), null, false, now, null, null, 1);
        store.insert(owner, password, null);
        events.record(by, "staff.created", owner.ref(), null, null, StaffView.of(owner));
        return owner;
    }

    /** 80 bits in letters that are not mistaken for one another. */
    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
