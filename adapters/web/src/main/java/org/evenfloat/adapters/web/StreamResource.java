// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.evenfloat.application.port.in.ViewStrings;

/**
 * The stream of server-sent events. Writes past the framework's own helper for such streams, which waits for each
 * client in turn.
 */
final class StreamResource {

    static final String PATH = Route.BASE + "/stream";

    private final ViewStrings strings;
    private final ImageFeed feed;
    private final Consumer<EndPoint> exempt;
    private final Semaphore places;
    private final int most;

    /**
     * @param exempt told of every connection that becomes a stream
     * @param most streams at a time
     */
    StreamResource(ViewStrings strings, ImageFeed feed, Consumer<EndPoint> exempt, int most) {
        this.strings = strings;
        this.feed = feed;
        this.exempt = exempt;
        this.places = new Semaphore(most);
        this.most = most;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::stream));
    }

    private void stream(Context context) {
        Query query = new Query(context, "form");
        String form = query.word("form", StreamForm.words(), StreamForm.IMAGES.word());
        query.check();
        if (!places.tryAcquire()) {
            context.header("Retry-After", "60");
            throw new Refused(
                    503, "All " + most + " streams are taken. Close some of them, or read GET " + Route.BASE
                            + "/strings/{id}/image now and then.");
        }
        context.future(() -> begin(context, StreamForm.of(form)));
    }

    private CompletableFuture<Void> begin(Context context, StreamForm form) {
        StreamClient client;
        try {
            client = client(context, form);
        } catch (IOException e) {
            places.release();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
        client.done().whenComplete((nothing, failure) -> places.release());
        feed.join(client);
        return client.done();
    }

    private StreamClient client(Context context, StreamForm form) throws IOException {
        HttpServletResponse response = context.res();
        response.setContentType("text/event-stream;charset=utf-8");
        boolean gzip = Packing.accepted(context);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        EndPoint endPoint = ConnectionWatch.transport(ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint());
        StreamClient client = new StreamClient(
                response.getOutputStream(), endPoint, gzip ? new SseEncoding.Gzip() : new SseEncoding.Plain(),
                feed.unread(form), HelloEvent.of(strings.site()), Who.of(context).still());
        exempt.accept(endPoint);
        response.getOutputStream().setWriteListener(client);
        return client;
    }
}
