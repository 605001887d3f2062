/** Asks a Licet server, or the last token that it gave, whether this program may run. Start at {@link dev.licet.sdk.LicetClient}. */
@NullMarked
package dev.licet.sdk;

import org.jspecify.annotations.NullMarked;
