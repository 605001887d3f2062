/** Who may call what: API keys, their scopes, and the check before every handler; see docs/domain/access.md. */
@NullMarked
package dev.licet.access;

import org.jspecify.annotations.NullMarked;
