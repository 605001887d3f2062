/** What is carried as text where there is no network: licence files. */
@NullMarked
package dev.licet.core.file;

import org.jspecify.annotations.NullMarked;
