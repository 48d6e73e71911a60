// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.evenfloat.application.port.in.AccessClosed;

/**
 * One reader of the stream. Nothing is queued for it: it knows which strings have news and takes the newest image of
 * each when its connection can take bytes, so a slow reader skips. No thread waits for it: writing goes on where the
 * connection says that it can.
 */
final class StreamClient implements WriteListener {

    private static final byte[] NOTHING = {};

    private final ServletOutputStream out;
    private final EndPoint endPoint;
    private final SseEncoding encoding;
    private final UnreadImages unread;
    private final BooleanSupplier still;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private SseFrame hello;
    private SseFrame again;
    private SseFrame alarms;
    private SseFrame lastAlarms;
    private boolean heartbeat;
    private boolean open;
    private boolean flush;
    private boolean closing;
    private boolean ended;
    private boolean blocked;
    private long blockedSinceNanos;

    /** @param still whether the reader may still read, asked now and then */
    StreamClient(
            ServletOutputStream out, EndPoint endPoint, SseEncoding encoding, UnreadImages unread, SseFrame hello,
            BooleanSupplier still) {
        this.out = out;
        this.endPoint = endPoint;
        this.encoding = encoding;
        this.unread = unread;
        this.hello = hello;
        this.still = still;
    }

    /** Completes when the stream has ended, however it did. */
    CompletableFuture<Void> done() {
        return done;
    }

    synchronized void news(int string) {
        unread.news(string);
    }

    /** Lets the client know the site under its present names. */
    synchronized void renamed(SseFrame frame) {
        again = frame;
    }

    /** Lets the client know which alarms stand, in place of what it has not read of them yet. */
    synchronized void alarms(SseFrame frame) {
        if (frame != lastAlarms) {
            lastAlarms = frame;
            alarms = frame;
        }
    }

    /** Keeps the stream alive, or ends it when its reader may not read it any more. */
    void heartbeat() {
        if (!stillMay()) {
            close();
        }
        synchronized (this) {
            heartbeat = true;
        }
    }

    private boolean stillMay() {
        try {
            return still.getAsBoolean();
        } catch (AccessClosed unknown) { // nobody can tell at present, and he was let in
            return true;
        }
    }

    /** Ends the stream after what is being written now. */
    void close() {
        synchronized (this) {
            closing = true;
        }
        write();
    }

    /** Ends the stream at once. */
    void abort(Throwable cause) {
        endPoint.close(cause);
        done.complete(null);
    }

    /** Returns whether the client has taken nothing for that long. */
    synchronized boolean blockedFor(long nanos, long nowNanos) {
        return blocked && nowNanos - blockedSinceNanos > nanos;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        write();
    }

    @Override
    public void onError(Throwable failure) {
        done.complete(null);
    }

    /** Writes until there is nothing new or the connection takes no more. */
    void write() {
        boolean finished;
        try {
            finished = writeWhatIsDue();
        } catch (IOException | IllegalStateException e) { // gone, or ended under our hands
            abort(e);
            return;
        }
        if (finished) {
            done.complete(null);
        }
    }

    private synchronized boolean writeWhatIsDue() throws IOException {
        if (!open || done.isDone()) {
            return false;
        }
        while (out.isReady()) {
            blocked = false;
            byte[] next = ended ? null : next();
            if (next != null && next.length > 0) {
                out.write(next);
                flush = true;
            } else if (flush) { // once for all that was due: each costs a system call
                flush = false;
                out.flush();
            } else if (next == null) {
                return ended;
            }
        }
        if (!blocked) {
            blocked = true;
            blockedSinceNanos = System.nanoTime();
        }
        return false;
    }

    private byte[] next() {
        if (closing) {
            ended = true;
            return hello == null ? encoding.end() : NOTHING;
        }
        if (hello != null) {
            byte[] first = join(encoding.begin(), encoding.next(hello));
            hello = null;
            return first;
        }
        if (again != null) {
            SseFrame frame = again;
            again = null;
            return encoding.next(frame);
        }
        if (alarms != null) {
            SseFrame frame = alarms;
            alarms = null;
            return encoding.next(frame);
        }
        SseFrame frame = unread.next();
        if (frame == null && heartbeat) {
            frame = SseFrame.HEARTBEAT;
        }
        if (frame == null) {
            return null;
        }
        heartbeat = false;
        return encoding.next(frame);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
