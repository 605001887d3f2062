package dev.licet.customers;

/** Why somebody leaves. */
record DepartureRequest(String reason) {}
