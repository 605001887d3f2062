/** Licence tokens, and what of JOSE is under them and under licence files: JWS, JWE, key sets, HKDF. */
@NullMarked
package dev.licet.core.token;

import org.jspecify.annotations.NullMarked;
