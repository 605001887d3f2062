/** What is carried as text where there is no network: licence files, requests, proofs, reports, revocation lists. */
@NullMarked
package dev.licet.core.file;

import org.jspecify.annotations.NullMarked;
