/** Licences where there is no network: files, requests and proofs, what was taken back. See docs/domain/licensing-offline.md. */
@NullMarked
package dev.licet.offline;

import org.jspecify.annotations.NullMarked;
