package dev.licet.core.json;

/**
 * One bad field of a document.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901), such as {@code /policy/devices}; empty for the whole document
 * @param detail what is wrong and how to mend it, one sentence
 */
public record FieldError(String pointer, String detail) {}
