package dev.licet.examples.notes;

import dev.licet.sdk.Code;
import dev.licet.sdk.HeldPlace;
import dev.licet.sdk.License;
import dev.licet.sdk.LicenseState;
import dev.licet.sdk.LicetException;
import java.util.Locale;
import java.util.Optional;

/** What is done with the licence. */
final class LicenseCommands {
    private final NoteFile file;
    private final Licensing licensing;
    private final Terminal terminal;

    LicenseCommands(NoteFile file, Licensing licensing, Terminal terminal) {
        this.file = file;
        this.licensing = licensing;
        this.terminal = terminal;
    }

    boolean show() {
        try {
            show(licensing.ask());
            return true;
        } catch (LicetException e) {
            return failed(e);
        }
    }

    boolean activate(String key) {
        try {
            License license = licensing.activate(key);
            if (license.valid()) {
                terminal.good("This computer is activated. Thank you!");
            }
            show(Optional.of(license));
            return license.valid();
        } catch (LicetException e) {
            return failed(e);
        }
    }

    boolean deactivate() {
        boolean any = licensing
                .license()
                .filter(license -> license.state() != LicenseState.NONE)
                .isPresent();
        try {
            licensing.deactivate();
        } catch (LicetException e) {
            return failed(e);
        }
        terminal.good(
                any
                        ? "This computer's place is free for another. Your notes stay here."
                        : "There was no licence here.");
        return true;
    }

    boolean borrow(String days) {
        if (!days.strip().matches("[1-9]\\d{0,2}")) {
            throw Trouble.usage("Write for how many days, as in: notes borrow 3");
        }
        try {
            licensing.ask();
            terminal.good("A seat is yours until "
                    + Dates.day(licensing.borrow(Integer.parseInt(days.strip())).expiresAt())
                    + ", with or without a network. Back earlier? notes return");
            return true;
        } catch (LicetException e) {
            return failed(e);
        }
    }

    boolean giveBack() {
        try {
            int seats = licensing.giveBack();
            terminal.good(seats == 0 ? "No seat is borrowed here." : "The seat is free for others.");
            return seats > 0;
        } catch (LicetException e) {
            return failed(e);
        }
    }

    private void show(Optional<License> license) {
        Allowance allowance = Allowance.of(license);
        license.ifPresentOrElse(
                this::standing, () -> terminal.faint("This copy knows no vendor's keys, so it has no licence."));
        line("Notes", file.read().size() + " of " + allowance.maxNotes());
        line("Export", Exports.left(license, licensing).orElse(allowance.export() ? "included" : "not included"));
        licensing.borrowed().forEach(seat -> line("Borrowed", "until " + Dates.day(seat.expiresAt())));
        license.filter(License::valid).ifPresent(valid -> Advice.of(valid).forEach(terminal::bad));
    }

    private void standing(License license) {
        if (license.valid()) {
            line("Plan", license.plan().orElse("unknown"));
            line("Licence", state(license));
        } else if (license.code() == Code.NOT_ACTIVATED) {
            terminal.faint("No licence is activated here. With a key: notes activate KEY");
        } else {
            terminal.explain(Explanation.of(license));
        }
    }

    private static String state(License license) {
        String state = license.state().name().toLowerCase(Locale.ROOT);
        return license.expiresAt().map(end -> state + ", to " + Dates.day(end)).orElse(state);
    }

    private boolean failed(LicetException failure) {
        terminal.explain(Explanation.of(failure, licensing.server()));
        if (failure instanceof LicetException.Refused refused) {
            refused.devices().forEach(device -> terminal.say("  " + described(device)));
        }
        return false;
    }

    private static String described(HeldPlace device) {
        String name = device.name().or(device::platform).orElse("a computer without a name");
        return name
                + device.lastSeen()
                        .map(seen -> ", last seen " + seen.substring(0, 10))
                        .orElse("");
    }

    private void line(String name, String value) {
        terminal.say(String.format("%-9s %s", name, value));
    }
}
