package dev.licet.licensing;

/**
 * Who gets a seat that another had.
 *
 * @param to an e-mail address or the id of a user
 */
record ReassignRequest(String to) {}
