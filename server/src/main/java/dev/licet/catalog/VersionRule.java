package dev.licet.catalog;

import dev.licet.core.id.TypeId;
import dev.licet.core.release.Block;
import dev.licet.core.release.EndOfLife;
import dev.licet.core.release.EndOfLife.Stage;
import dev.licet.core.release.Releases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor says of some versions of a product, for all licences.
 *
 * @param id stays the same when it is changed
 * @param revision counts its changes
 * @param rule no more than this one block or end of life
 * @param told the stages that an event has told of
 * @param createdAt when there was a first revision
 * @param madeAt when there was this one
 */
record VersionRule(
        UUID id,
        long revision,
        UUID productId,
        Kind kind,
        String name,
        Releases rule,
        Set<String> told,
        Instant createdAt,
        Instant madeAt) {

    /** What kinds of rules there are. */
    enum Kind {
        BLOCK("block", "block", "version_block"),
        END_OF_LIFE("endOfLife", "eol", "end_of_life");

        private final String stored;
        private final String prefix;
        private final String event;

        Kind(String stored, String prefix, String event) {
            this.stored = stored;
            this.prefix = prefix;
            this.event = event;
        }

        String stored() {
            return stored;
        }

        String prefix() {
            return prefix;
        }

        /** The type of an event about such a rule. */
        String event(String what) {
            return event + "." + what;
        }

        static Kind of(String stored) {
            return stored.equals(BLOCK.stored) ? BLOCK : END_OF_LIFE;
        }
    }

    /** A point in time from which on something else applies, with what its event is called. */
    record Step(String name, Instant at) {}

    VersionRule {
        told = Set.copyOf(told);
    }

    VersionRule changed(Releases rule, Instant now) {
        VersionRule after = new VersionRule(id, revision + 1, productId, kind, name, rule, told, createdAt, now);
        // What was told and is put off comes again.
        List<String> still = after.steps().stream()
                .filter(step -> told.contains(step.name()) && !step.at().isAfter(now))
                .map(Step::name)
                .toList();
        return after.told(still);
    }

    VersionRule told(List<String> stages) {
        return new VersionRule(id, revision, productId, kind, name, rule, Set.copyOf(stages), createdAt, madeAt);
    }

    String typeId() {
        return new TypeId(kind.prefix(), id).toString();
    }

    Block block() {
        return rule.blocks().getFirst();
    }

    EndOfLife endOfLife() {
        return rule.ends().getFirst();
    }

    /** Its stages in their order. */
    List<Step> steps() {
        return kind == Kind.BLOCK
                ? List.of(new Step("in_force", block().from()))
                : List.of(
                        step("notice", Stage.NOTICE), step("restricted", Stage.RESTRICTED), step("ended", Stage.ENDED));
    }

    /** Those that have begun and that nobody was told of. */
    List<Step> news(Instant now) {
        return untold().stream().filter(step -> !step.at().isAfter(now)).toList();
    }

    /** When the next one begins that nobody was told of; null for never. */
    @Nullable Instant next() {
        return untold().isEmpty() ? null : untold().getFirst().at();
    }

    private List<Step> untold() {
        List<Step> untold = new ArrayList<>(steps());
        untold.removeIf(step -> told.contains(step.name()));
        return untold;
    }

    private Step step(String name, Stage stage) {
        return new Step(name, endOfLife().beginOf(stage));
    }

    /** As it is answered and recorded. */
    Object view(Instant now) {
        return kind == Kind.BLOCK ? BlockView.of(this, now) : EndOfLifeView.of(this, now);
    }
}
