// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.evenfloat.application.port.out.LineFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a line open: opens it when it is needed, throws a broken channel away whole, and waits longer before each
 * new try. Calls before the next try fail at once with the same message.
 */
final class LineConnection {

    private static final Logger LOG = LoggerFactory.getLogger(LineConnection.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final String line;
    private final Supplier<LineChannel> channels;
    private final LongSupplier nanoTime;
    private volatile LineChannel channel;
    private volatile boolean closed;
    private boolean open;
    private long pauseMillis;
    private long nextTryNanos;
    private LineFailure lastFailure;

    LineConnection(String line, Supplier<LineChannel> channels, LongSupplier nanoTime) {
        this.line = line;
        this.channels = channels;
        this.nanoTime = nanoTime;
    }

    /** Opens the line unless it is open. */
    void require() throws LineFailure {
        if (closed) {
            throw closed(null);
        }
        if (open) {
            return;
        }
        if (lastFailure != null && nanoTime.getAsLong() - nextTryNanos < 0) {
            throw new LineFailure(lastFailure.getMessage(), lastFailure.getCause());
        }
        channel = channels.get();
        try {
            if (closed) {
                throw new IOException("closed");
            }
            channel.open();
            open = true;
            lastFailure = null;
        } catch (IOException e) {
            throw failed("cannot be opened", e);
        }
        LOG.info("Line {}: {} opened", line, channel.port());
    }

    void write(Frame frame) throws LineFailure {
        try {
            channel.write(frame.bytes(), frame.length());
        } catch (IOException e) {
            throw failed("broke off", e);
        }
    }

    int read(byte[] target, long deadlineNanos) throws LineFailure {
        try {
            return channel.read(target, deadlineNanos);
        } catch (IOException e) {
            throw failed("broke off", e);
        }
    }

    /** Takes notice that a device answered: the next failure is a new one. */
    void healthy() {
        pauseMillis = 0;
    }

    private LineFailure failed(String what, IOException cause) {
        open = false;
        channel.close();
        if (closed) {
            return closed(cause);
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(FIRST_PAUSE_MILLIS, 2 * pauseMillis));
        nextTryNanos = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        lastFailure = new LineFailure("Line " + line + ": " + channel.port() + " " + what + " (" + why + ") - "
                + channel.advice() + "; next try in " + seconds(pauseMillis) + " s", cause);
        return lastFailure;
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private LineFailure closed(IOException cause) {
        return new LineFailure("Line " + line + ": closed", cause);
    }

    /** Closes the line for good, from any thread. */
    void close() {
        closed = true;
        LineChannel closing = channel;
        if (closing != null) {
            closing.close();
        }
    }
}
