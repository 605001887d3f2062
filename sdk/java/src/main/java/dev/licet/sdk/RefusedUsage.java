package dev.licet.sdk;

/**
 * Something that was used and is not counted.
 *
 * @param event what was used
 * @param code why: {@link Code#USAGE_EXCEEDED} and other codes of the server; {@link Code#NOT_KEPT} when the store is full or can't be
 *     written, {@link Code#NOT_ACTIVATED} when there is no licence key to count it for
 * @param codeText the same as text
 */
public record RefusedUsage(UsageEvent event, Code code, String codeText) {

    RefusedUsage(UsageEvent event, Code code) {
        this(event, code, code.name());
    }
}
