package dev.licet.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code ?limit=1..200&after=<cursor>}. A controller that takes it is a list.
 *
 * @param after the last id of the page before
 */
public record Paging(int limit, @Nullable UUID after) {
    public static final int DEFAULT = 50;
    public static final int MAX = 200;
}
