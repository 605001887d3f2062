package dev.licet.access;

import dev.licet.core.id.Uuid7;
import dev.licet.platform.Caller;
import dev.licet.platform.Events;
import dev.licet.platform.Problem;
import dev.licet.signing.Fingers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making, changing, revoking and recognising API keys. */
@Service
class ApiKeys {
    private static final String PURPOSE = "api-key";
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApiKeyStore store;
    private final Fingers fingers;
    private final Events events;
    private final InstantSource clock;

    ApiKeys(ApiKeyStore store, Fingers fingers, Events events, InstantSource clock) {
        this.store = store;
        this.fingers = fingers;
        this.events = events;
        this.clock = clock;
    }

    /** @param text what the owner will send; it is shown once and kept by nobody */
    record Made(ApiKey key, String text) {}

    @Transactional
    Made make(Caller by, ApiKeyForm form) {
        refuseMoreThanOwn(by, form.scopes(), List.of());
        refusePast(form.expiresAt());
        return add(by, form, random());
    }

    /** The first key of a new server, with every scope; empty when there are keys already. */
    @Transactional
    Optional<Made> makeFirst(@Nullable String chosen) {
        if (!store.isEmptyAndLocked()) {
            return Optional.empty();
        }
        var form = new ApiKeyForm("first", Scopes.ALL, null);
        return Optional.of(add(Caller.system("start"), form, chosen == null ? random() : chosen));
    }

    /** The key with this text, when it works now. Each request reads the row, so that a revocation is seen at once. */
    Optional<ApiKey> recognise(String text) {
        Instant now = now();
        Optional<ApiKey> found = store.findByHash(fingers.hash(PURPOSE, text)).filter(key -> key.worksAt(now));
        found.filter(key -> isUseNews(key, now)).ifPresent(key -> store.used(key.id(), now));
        return found;
    }

    /** @param decide is asked with the row locked, and may refuse */
    @Transactional
    ApiKey change(Caller by, UUID id, Function<ApiKey, ApiKeyForm> decide) {
        List<UUID> keepers = store.lockKeepers();
        ApiKey before = store.lock(id).orElseThrow(ApiKey::notFound);
        ApiKeyForm form = decide.apply(before);
        if (form.equals(ApiKeyForm.of(before))) {
            return before;
        }
        if (before.revokedAt() != null) {
            throw Problem.conflict("KEY_REVOKED", "A revoked API key stays as it is: make another one.");
        }
        refuseMoreThanOwn(by, form.scopes(), before.scopes());
        if (!Objects.equals(form.expiresAt(), before.expiresAt())) {
            refusePast(form.expiresAt());
        }
        return put(by, "key.changed", before, before.with(form), keepers);
    }

    /** Does nothing to a key that is revoked already. */
    @Transactional
    void revoke(Caller by, UUID id, Consumer<ApiKey> check) {
        List<UUID> keepers = store.lockKeepers();
        ApiKey before = store.lock(id).orElseThrow(ApiKey::notFound);
        check.accept(before);
        if (before.revokedAt() == null) {
            put(by, "key.revoked", before, before.revoked(now()), keepers);
        }
    }

    private Made add(Caller by, ApiKeyForm form, String text) {
        var key = new ApiKey(Uuid7.next(), form.name(), form.scopes(), now(), form.expiresAt(), null, null, 1);
        store.add(key, fingers.hash(PURPOSE, text));
        events.record(by, "key.created", key.ref(), null, null, ApiKeyView.of(key));
        return new Made(key, text);
    }

    private ApiKey put(Caller by, String event, ApiKey before, ApiKey after, List<UUID> keepers) {
        if (keepers.equals(List.of(after.id())) && !after.keepsAccess()) {
            throw Problem.conflict(
                    "LAST_KEY",
                    "This is the last API key without an end that may make others (keys:write): make another one first.");
        }
        store.change(after);
        events.record(by, event, after.ref(), null, ApiKeyView.of(before), ApiKeyView.of(after));
        return after;
    }

    /** Nobody gives what they have not got, or keys:write would be every scope. */
    private static void refuseMoreThanOwn(Caller by, List<String> given, List<String> already) {
        for (String scope : given) {
            if (!by.may(scope) && !already.contains(scope)) {
                throw Problem.of(
                                403,
                                "FORBIDDEN",
                                "Your API key cannot give the scope " + scope + ", since it has not got it itself.")
                        .with("scope", scope);
            }
        }
    }

    private void refusePast(@Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(now())) {
            throw Problem.invalid("/expiresAt", "must be in the future");
        }
    }

    private static boolean isUseNews(ApiKey key, Instant now) {
        return key.lastUsedAt() == null
                || Duration.between(key.lastUsedAt(), now).abs().compareTo(USE_IS_NOTED_EVERY) >= 0;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "licet_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant();
    }
}
