package dev.licet.bench;

import dev.licet.bench.load.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** Asks for licences of {@link Seeds} whether they are valid, and expects a yes. */
final class Questions implements Caller {
    private static final int KEY = 31;
    private static final int PRINT = 64;
    private static final byte[] YES = "{\"valid\":true".getBytes(StandardCharsets.US_ASCII);

    private final byte[] told;
    private final byte[] head;
    private final byte[] middle =
            "\",\"product\":\"bench\",\"device\":{\"fingerprint\":\"".getBytes(StandardCharsets.US_ASCII);
    private final byte[] tail =
            "\"},\"version\":\"2.3.1\",\"features\":[\"export\"]}".getBytes(StandardCharsets.US_ASCII);
    private final IntSupplier next;

    private Questions(byte[] told, String path, IntSupplier next) {
        this.told = told;
        this.next = next;
        byte[] start = "{\"key\":\"".getBytes(StandardCharsets.US_ASCII);
        int length = start.length + KEY + middle.length + PRINT + tail.length;
        this.head = ("POST " + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " + length
                        + "\r\n\r\n" + new String(start, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the programs of the first so many licences know. */
    static byte[] programs(int licenses) {
        byte[] told = new byte[licenses * (KEY + PRINT)];
        for (int i = 0; i < licenses; i++) {
            byte[] each = (Seeds.key(i) + Seeds.fingerprint(i)).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(each, 0, told, i * (KEY + PRINT), each.length);
        }
        return told;
    }

    /** Of the server itself. */
    static Questions validate(byte[] programs, IntSupplier next) {
        return new Questions(programs, "/v1/licenses/validate", next);
    }

    /** The same to a baseline. */
    static Questions baseline(String name, byte[] programs, IntSupplier next) {
        return new Questions(programs, "/bench/" + name, next);
    }

    @Override
    public void ask(int connection, ByteBuffer request) {
        int at = next.getAsInt() * (KEY + PRINT);
        request.put(head)
                .put(told, at, KEY)
                .put(middle)
                .put(told, at + KEY, PRINT)
                .put(tail);
    }

    @Override
    public boolean answered(int connection, int status, ByteBuffer body) {
        return status == 200
                && body.remaining() >= YES.length
                && body.slice(body.position(), YES.length).equals(ByteBuffer.wrap(YES));
    }
}
