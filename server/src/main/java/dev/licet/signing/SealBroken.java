package dev.licet.signing;

import org.jspecify.annotations.Nullable;

/** A sealed value was changed, cut, made for another purpose or under another master key. */
public final class SealBroken extends IllegalStateException {

    SealBroken(String purpose, @Nullable Throwable cause) {
        super("A sealed value does not open for the purpose " + purpose, cause);
    }
}
