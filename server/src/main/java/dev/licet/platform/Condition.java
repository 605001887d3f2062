package dev.licet.platform;

/** How something stands that the server can do without; said in {@code /readyz}. Beans of this type are asked each time. */
public interface Condition {
    /** What it is, in camelCase. */
    String name();

    /** How it stands, in one word: {@code ok}, or what is wrong with it. */
    String state();
}
