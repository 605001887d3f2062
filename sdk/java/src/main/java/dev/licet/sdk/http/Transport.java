package dev.licet.sdk.http;

import java.io.IOException;

/**
 * Carries one request to the server and its answer back. Give your own to go through a client that you already have, or to
 * test your program without a server.
 *
 * <p>An implementation must not follow redirects to another host, since requests carry the licence key, must bound the
 * time by {@link Request#timeout()}, and may be called by several threads at once. It doesn't retry: the SDK does, since
 * it knows which requests may be repeated.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends the request and waits for the whole answer.
     *
     * @throws IOException when there is no answer: no connection, no time left, an answer that breaks off
     */
    Response send(Request request) throws IOException, InterruptedException;
}
