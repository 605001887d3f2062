package dev.licet.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the head of an answer where it lies in the buffer, up to its position. */
final class Head {
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Head() {}

    /** Where the body begins; -1 while the head is not whole. */
    static int end(ByteBuffer in) {
        int at = find(in, END, 0, in.position());
        return at < 0 ? -1 : at + END.length;
    }

    static int status(ByteBuffer in) {
        return (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
    }

    /** The value of Content-Length; 0 for a status that has no body, -1 when the body comes in chunks. */
    static int contentLength(ByteBuffer in, int body) {
        if (status(in) == 204) {
            return 0;
        }
        int at = find(in, LENGTH, 0, body);
        if (at < 0) {
            return -1;
        }
        int length = 0;
        for (int i = at + LENGTH.length; in.get(i) != '\r'; i++) {
            if (in.get(i) != ' ') {
                length = length * 10 + in.get(i) - '0';
            }
        }
        return length;
    }

    static boolean chunksEnd(ByteBuffer in, int body) {
        int start = in.position() - LAST.length;
        return start >= body && matches(in, LAST, start);
    }

    private static int find(ByteBuffer in, byte[] what, int from, int to) {
        for (int i = from; i <= to - what.length; i++) {
            if (matches(in, what, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Names of headers are the same in any case. */
    private static boolean matches(ByteBuffer in, byte[] what, int at) {
        for (int i = 0; i < what.length; i++) {
            int c = in.get(at + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != what[i]) {
                return false;
            }
        }
        return true;
    }
}
