package dev.licet.console;

import dev.licet.core.decision.State;
import dev.licet.core.json.Fields;
import java.util.Arrays;
import java.util.List;

/** What lists of choices offer. */
final class Choices {
    static final List<String> STATES =
            Arrays.stream(State.values()).map(Fields::camelCase).toList();
    static final List<String> KINDS = List.of("organization", "individual", "employee", "partner");
    static final List<String> DAYS = List.of("7", "30", "90");

    private Choices() {}
}
