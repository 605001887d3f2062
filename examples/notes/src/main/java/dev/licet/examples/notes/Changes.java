package dev.licet.examples.notes;

import dev.licet.sdk.License;
import dev.licet.sdk.LicenseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of a licence while the program ran, in sentences for its user. */
final class Changes {
    private static final Set<LicenseState> WORSE =
            Set.of(LicenseState.EXPIRING, LicenseState.GRACE, LicenseState.FALLBACK);

    private Changes() {}

    static List<String> between(License before, License after) {
        List<String> told = new ArrayList<>();
        if (!after.valid()) {
            Explanation why = Explanation.of(after);
            told.add(why.what() + " " + why.advice());
        } else if (!before.valid()) {
            told.add("Your licence works again.");
        }
        told.addAll(between(Allowance.of(Optional.of(before)), Allowance.of(Optional.of(after))));
        if (after.state() != before.state() && WORSE.contains(after.state())) {
            told.addAll(Advice.of(after));
        }
        if (told.isEmpty() && after.valid() && !after.expiresAt().equals(before.expiresAt())) {
            told.add(after.expiresAt()
                    .map(end -> "Your licence now runs until " + Dates.day(end) + ".")
                    .orElse("Your licence now has no end."));
        }
        return told;
    }

    private static List<String> between(Allowance before, Allowance after) {
        List<String> told = new ArrayList<>();
        if (after.export() != before.export()) {
            told.add(after.export() ? "Your licence now includes export." : "Export is not included any more.");
        }
        if (after.maxNotes() != before.maxNotes()) {
            told.add("You can keep " + after.maxNotes() + " notes now, " + before.maxNotes() + " until now.");
        }
        return told;
    }
}
