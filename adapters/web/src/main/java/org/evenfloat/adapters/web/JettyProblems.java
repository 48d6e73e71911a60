// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors found below the handlers, such as a head that is not HTTP, in the shape of all others. */
final class JettyProblems extends ErrorHandler {

    private final boolean strictTransport;

    JettyProblems(boolean strictTransport) {
        this.strictTransport = strictTransport;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.set(response.getHeaders()::put,
                strictTransport && !HostCheck.isLoopbackName(request.getHeaders().get(HttpHeader.HOST)));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        response.write(true, ByteBuffer.wrap(body(response.getStatus())), callback);
        return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        SecurityHeaders.set(fields::put, false);
        fields.put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
        return ByteBuffer.wrap(body(status));
    }

    private static byte[] body(int status) {
        String detail = switch (status) {
            case 414 -> "The path is too long.";
            case 505 -> "Only HTTP/1.0 and HTTP/1.1 are spoken here.";
            case 431 -> "The header fields are too large.";
            default -> status < 500 ? "The request cannot be read." : "A fault in the server, not in the request.";
        };
        return Problem.bytes(status, detail, List.of());
    }
}
