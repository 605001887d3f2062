package dev.licet.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Which terms apply to a product.
 *
 * @param terms their code; null for none
 * @param inForce the version in force now; null when none has come into force yet
 */
record ProductTerms(@Nullable String terms, @Nullable TermsView inForce) {}
