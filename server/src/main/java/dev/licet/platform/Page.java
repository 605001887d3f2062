package dev.licet.platform;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first. It is stable while rows are added, since the cursor is an id and not a count.
 *
 * @param next the cursor of the page that follows, null at the end
 */
public record Page<T>(List<T> data, @Nullable String next) {

    /** {@code rows} were fetched with a limit of one more than asked for, which tells whether more follow. */
    public static <R, T> Page<T> of(List<R> rows, Paging paging, Function<R, UUID> id, Function<R, T> view) {
        boolean more = rows.size() > paging.limit();
        List<R> shown = more ? rows.subList(0, paging.limit()) : rows;
        String next = more ? cursor(id.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    static String cursor(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The id in a cursor.
     *
     * @throws IllegalArgumentException when it is not a cursor that a page gave out
     */
    public static UUID after(String cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        if (bytes.length != 16) {
            throw new IllegalArgumentException("A cursor has 16 bytes.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
