package dev.licet.licensing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which licences a list shows; null leaves a filter out.
 *
 * @param kind the kind of customer
 * @param search a key that was typed in whole, or a text to look for
 */
record LicenseFilter(
        @Nullable UUID customer,
        @Nullable UUID plan,
        @Nullable UUID product,
        @Nullable String state,
        @Nullable String kind,
        @Nullable Instant expiresBefore,
        @Nullable Instant expiresAfter,
        @Nullable Search search,
        @Nullable Integer planVersion) {

    /** Either a key's hash or a text. */
    sealed interface Search {
        /** A licence key, found by its keyed hash. */
        @SuppressWarnings("ArrayRecordComponent") // Handed on as it is, never compared.
        record Key(byte[] hash) implements Search {}

        /** A part of an e-mail address, a name, a device, or the end of a key. */
        record Text(String text) implements Search {}
    }

    byte @Nullable [] keyHash() {
        return search instanceof Search.Key key ? key.hash() : null;
    }

    @Nullable String text() {
        return search instanceof Search.Text text ? text.text() : null;
    }

    @Nullable String like() {
        String text = text();
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
