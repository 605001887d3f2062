@NullMarked
package dev.licet.customers;

import org.jspecify.annotations.NullMarked;
