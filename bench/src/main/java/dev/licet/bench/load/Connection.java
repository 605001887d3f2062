package dev.licet.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection of HTTP/1.1 that is kept alive. It knows as much of the protocol as our server's answers need. */
final class Connection {
    private final SocketChannel channel;
    private final int number;
    private final ByteBuffer out = ByteBuffer.allocateDirect(Load.ROOM);
    private final ByteBuffer in = ByteBuffer.allocate(Load.ROOM);
    private long sentAt;

    private Connection(SocketChannel channel, int number) {
        this.channel = channel;
        this.number = number;
    }

    static Connection open(InetSocketAddress server, int number, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel, number);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    long sentAt() {
        return sentAt;
    }

    void send(Caller caller) throws IOException {
        out.clear();
        caller.ask(number, out);
        out.flip();
        in.clear();
        sentAt = System.nanoTime();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Whether the answer is there as a whole. */
    boolean receive(Caller caller) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed the connection after: " + text());
        }
        int body = Head.end(in);
        if (body < 0 || !isWhole(body)) {
            return false;
        }
        int status = Head.status(in);
        ByteBuffer answer = in.duplicate().flip().position(body);
        if (!caller.answered(number, status, answer)) {
            throw new IOException("An answer that was not expected: " + text());
        }
        return true;
    }

    private boolean isWhole(int body) throws IOException {
        int length = Head.contentLength(in, body);
        if (length >= 0) {
            return in.position() >= body + length;
        }
        return Head.chunksEnd(in, body);
    }

    private String text() {
        return new String(in.array(), 0, Math.min(in.position(), 2000), StandardCharsets.UTF_8);
    }

    void close() throws IOException {
        channel.close();
    }
}
