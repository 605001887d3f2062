/** Who holds licences: organizations, individuals, employees and partners, and the users who belong to them. */
@NullMarked
package dev.licet.customers;

import org.jspecify.annotations.NullMarked;
