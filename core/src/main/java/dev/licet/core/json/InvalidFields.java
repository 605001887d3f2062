package dev.licet.core.json;

import java.util.List;
import java.util.stream.Collectors;

/** A document whose shape is fine but whose values are not; it names every one of them. */
public final class InvalidFields extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    /** @param errors at least one */
    public InvalidFields(List<FieldError> errors) {
        super(errors.stream().map(e -> e.pointer() + ": " + e.detail()).collect(Collectors.joining(" ")));
        this.errors = List.copyOf(errors);
    }

    /** The bad fields, in the order in which they were found. */
    public List<FieldError> errors() {
        return errors;
    }
}
