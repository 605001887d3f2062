package dev.licet.core.allocation;

/** Whether one more of a quantity may be taken. */
public sealed interface Taking {
    /** It may. */
    record Granted() implements Taking {}

    /**
     * All of the licence is taken, or all that no department was given.
     *
     * @param limit how many that is
     */
    record Full(int limit) implements Taking {}

    /**
     * The department has taken all it was given.
     *
     * @param share its part
     */
    record DepartmentFull(Share share) implements Taking {}
}
