/** What proves a licence: terms and their acceptance, certificates, the evidence of a dispute. */
@NullMarked
package dev.licet.evidence;

import org.jspecify.annotations.NullMarked;
