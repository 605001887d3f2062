package dev.licet.sdk;

import java.util.Optional;

/**
 * A device that holds one of a licence's places, so that a person can choose which to free.
 *
 * @param id its id, {@code dev_…}
 * @param name what its user called it
 * @param platform its operating system and processor
 * @param lastSeen when it last reached the server, in RFC 3339
 */
public record HeldPlace(String id, Optional<String> name, Optional<String> platform, Optional<String> lastSeen) {}
