// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets no client ask more often, or more at a time, than its share; before anything is read of the request but its
 * head, and whoever it is. A stream counts once, when it begins.
 */
final class Fairness extends Handler.Wrapper {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long SECOND_MILLIS = 1_000;

    private final WebLimits limits;
    private final boolean strictTransport;
    private final TokenBuckets requests = new TokenBuckets();
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();

    /** @param strictTransport whether answers ask browsers to come by HTTPS only */
    Fairness(WebLimits limits, boolean strictTransport) {
        this.limits = limits;
        this.strictTransport = strictTransport;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RemoteClient client = RemoteClient.of(request.getConnectionMetaData().getRemoteSocketAddress());
        WebLimits.Share share = client.share(limits);
        long wait = requests.take(
                client.key(), share.requestsPerSecond(), share.requestBurst(), System.nanoTime());
        if (wait > 0) {
            return refuse(request, response, callback, wait,
                    "Too many requests: at most " + share.requestsPerSecond() + " a second from one client.");
        }
        if (Request.getPathInContext(request).equals(StreamResource.PATH)) {
            return super.handle(request, response, callback);
        }
        if (busy.merge(client.key(), 1, Integer::sum) > share.requestsAtATime()) {
            release(client);
            return refuse(request, response, callback, SECOND_MILLIS,
                    "Too many requests at a time: at most " + share.requestsAtATime() + " from one client.");
        }
        return handle(request, response, callback, client);
    }

    private boolean handle(Request request, Response response, Callback callback, RemoteClient client)
            throws Exception {
        Callback counted = new Callback.Nested(callback) {
            @Override
            public void completed() {
                release(client);
            }
        };
        boolean handled = false;
        try {
            handled = super.handle(request, response, counted);
        } finally {
            if (!handled) { // nobody will complete it
                release(client);
            }
        }
        return handled;
    }

    private void release(RemoteClient client) {
        busy.computeIfPresent(client.key(), (key, count) -> count == 1 ? null : count - 1);
    }

    private boolean refuse(
            Request request, Response response, Callback callback, long waitMillis, String detail) {
        response.setStatus(TOO_MANY_REQUESTS);
        SecurityHeaders.set(response.getHeaders()::put,
                strictTransport && !HostCheck.isLoopbackName(request.getHeaders().get(HttpHeader.HOST)));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds(waitMillis));
        response.write(true, ByteBuffer.wrap(Problem.bytes(TOO_MANY_REQUESTS, detail, List.of())), callback);
        return true;
    }

    private static String seconds(long millis) {
        return Long.toString((millis + SECOND_MILLIS - 1) / SECOND_MILLIS);
    }

    /** Takes from the share of a session, which may ask from several addresses. */
    static final class Sessions {

        private final WebLimits limits;
        private final TokenBuckets requests = new TokenBuckets();

        Sessions(WebLimits limits) {
            this.limits = limits;
        }

        /**
         * Takes one request.
         *
         * @param session what tells it from others, never shown
         * @throws Refused with 429 when it had its share
         */
        void take(String session, boolean loopback, BiConsumer<String, String> header) {
            WebLimits.Share share = loopback ? limits.loopback() : limits.others();
            long wait = requests.take(session, share.requestsPerSecond(), share.requestBurst(), System.nanoTime());
            if (wait > 0) {
                header.accept("Retry-After", seconds(wait));
                throw new Refused(TOO_MANY_REQUESTS,
                        "Too many requests: at most " + share.requestsPerSecond() + " a second of one session.");
            }
        }
    }
}
