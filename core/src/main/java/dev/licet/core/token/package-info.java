/** Licence tokens: compact JWS signed with Ed25519. */
@NullMarked
package dev.licet.core.token;

import org.jspecify.annotations.NullMarked;
