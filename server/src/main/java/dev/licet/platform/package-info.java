/**
 * What every module stands on: problems, checks, lists, events, the clock, settings, the web platform.
 *
 * <p>SQL stands in {@code static final String} constants, and lists in {@link dev.licet.platform.Where} constants, of
 * package-private {@code …Store} classes: a test finds them there and has the database parse each one. A parameter whose
 * type PostgreSQL cannot tell gets a cast, such as {@code :at::timestamptz}.
 *
 * <p>A POST may run inside the transaction of its Idempotency-Key. So a handler must not count on a transaction of its own:
 * after a failed statement only the whole request can be given up, not repeated, unless the attempt ran under a savepoint
 * ({@code PROPAGATION_NESTED}).
 *
 * <p>Enums are camelCase in JSON and in queries ({@code FIRST_VALIDATION} is {@code firstValidation}); the UPPER_SNAKE codes
 * of the contract are text.
 */
@NullMarked
package dev.licet.platform;

import org.jspecify.annotations.NullMarked;
