package dev.licet.console;

import dev.licet.access.StaffSession;
import dev.licet.platform.Problem;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every template is given: who looks, in which language, and how dates and numbers are written in it. */
final class Screen {
    private final Messages messages;
    private final Assets assets;
    private final Csrf csrf;
    private final Language language;
    private final String theme;
    private final String path;
    private final @Nullable StaffSession session;
    private final @Nullable String said;
    private final Instant now;

    Screen(Messages messages, Assets assets, Csrf csrf, Visitor visitor, Instant now) {
        this.messages = messages;
        this.assets = assets;
        this.csrf = csrf;
        this.language = visitor.language();
        this.theme = visitor.theme();
        this.path = visitor.path();
        this.session = visitor.session();
        this.said = visitor.said();
        this.now = now;
    }

    /** Makes the token of a form. */
    interface Csrf {
        String token();
    }

    /**
     * What a request tells about whoever looks.
     *
     * @param theme light, dark, or auto
     * @param said what the act before has to say, as the name of a message
     */
    record Visitor(
            Language language,
            String theme,
            String path,
            @Nullable StaffSession session,
            @Nullable String said) {}

    String t(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** The text for one of several values, such as a state; the value itself when there is none. */
    String word(String kind, String value) {
        String key = kind + "." + value;
        return messages.knows(key) ? t(key) : value;
    }

    /** What went wrong, in the language of the screen as far as it knows the code, as the server says it otherwise. */
    String problem(Problem problem) {
        return problem(problem.code(), problem.detail());
    }

    String problem(@Nullable String code, @Nullable String detail) {
        String key = "problem." + code;
        return messages.knows(key) ? t(key) : Objects.requireNonNullElse(detail, "");
    }

    boolean may(String scope) {
        return session != null && session.may(scope);
    }

    StaffSession session() {
        return Objects.requireNonNull(session);
    }

    boolean signedIn() {
        return session != null;
    }

    String csrf() {
        return csrf.token();
    }

    Language language() {
        return language;
    }

    String theme() {
        return theme;
    }

    String path() {
        return path;
    }

    @Nullable String said() {
        return said;
    }

    String asset(String name) {
        return assets.address(name);
    }

    /** Whether this entry of the menu leads to where we are. */
    boolean at(String entry) {
        return entry.equals("/console") ? path.equals(entry) : path.equals(entry) || path.startsWith(entry + "/");
    }

    Instant now() {
        return now;
    }

    /** The day, in UTC. */
    String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** The day and the minute, in UTC. */
    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    String number(BigDecimal number) {
        return NumberFormat.getInstance(language.locale()).format(number);
    }
}
