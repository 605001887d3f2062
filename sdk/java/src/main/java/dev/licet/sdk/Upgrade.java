package dev.licet.sdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way out for a version that may not run, or not much longer.
 *
 * @param version the version to install
 * @param message what the vendor tells its users
 * @param guide the address of a page that says how, an http or https URL
 * @param offer the address of a page where what is needed for it can be had, such as a licence for the new version
 */
public record Upgrade(
        Optional<String> version, Optional<String> message, Optional<String> guide, Optional<String> offer) {

    static Upgrade of(Answer upgrade) {
        return new Upgrade(
                upgrade.text("version"), upgrade.text("message"), upgrade.text("guide"), upgrade.text("offer"));
    }

    static Optional<Upgrade> of(dev.licet.core.release.@Nullable Upgrade way) {
        return Optional.ofNullable(way)
                .map(upgrade -> new Upgrade(
                        Optional.ofNullable(upgrade.version()).map(Object::toString),
                        Optional.ofNullable(upgrade.message()),
                        Optional.ofNullable(upgrade.guide()),
                        Optional.ofNullable(upgrade.offer())));
    }
}
