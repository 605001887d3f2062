package dev.licet.sdk;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the server says to a use that it was asked for before. */
public final class Use {

    /** How it came out. */
    public enum Outcome {
        /** It is counted, and may happen. */
        GRANTED,
        /** It is not counted, and may not happen. */
        REFUSED,
        /** The server was not reached. It may be counted all the same; the next try of the same use is the same use. */
        UNANSWERED
    }

    private final Outcome outcome;
    private final String codeText;
    private final String detail;
    private final Optional<Balance> balance;
    private final BooleanSupplier later;

    Use(Outcome outcome, String codeText, String detail, Optional<Balance> balance, BooleanSupplier later) {
        this.outcome = outcome;
        this.codeText = codeText;
        this.detail = detail;
        this.balance = balance;
        this.later = later;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether it is counted, and may happen. */
    public boolean granted() {
        return outcome == Outcome.GRANTED;
    }

    /** Why: {@link Code#VALID}; {@link Code#USAGE_EXCEEDED} and other codes; {@link Code#UNKNOWN} when there was no answer. */
    public Code code() {
        return Code.of(codeText);
    }

    /** The same as text. */
    public String codeText() {
        return codeText;
    }

    /** One sentence for a person. */
    public String detail() {
        return detail;
    }

    /** How the feature stands after it, if the server said so. */
    public Optional<Balance> balance() {
        return balance;
    }

    /**
     * For a program that goes on without an answer: has it counted as soon as the server is reached, and once only, even if it was
     * counted already. It can turn out to be more than there was; {@link Usage#onRefused} tells. Does nothing after an answer.
     *
     * @return whether it is kept, as for {@link Usage#add(UsageEvent)}
     */
    public boolean countLater() {
        return outcome == Outcome.UNANSWERED && later.getAsBoolean();
    }

    @Override
    public String toString() {
        return outcome + " " + codeText;
    }
}
