@NullMarked
package dev.licet.catalog;

import org.jspecify.annotations.NullMarked;
