/** What happens to every request: its name, its log line, its limits, its errors. */
@NullMarked
package dev.licet.platform.http;

import org.jspecify.annotations.NullMarked;
