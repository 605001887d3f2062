package dev.licet.core.place;

import java.util.Locale;
import java.util.Set;

/** Codes of countries: ISO 3166-1 alpha-2, and XK, which ISO leaves to users and everybody uses for Kosovo. */
public final class Countries {
    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** Whether there is a country with this code, in capital letters. */
    public static boolean exists(String code) {
        return ISO.contains(code) || code.equals("XK");
    }
}
