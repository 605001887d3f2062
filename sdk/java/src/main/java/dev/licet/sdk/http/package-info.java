/** The one seam through which the SDK reaches the server. */
@NullMarked
package dev.licet.sdk.http;

import org.jspecify.annotations.NullMarked;
