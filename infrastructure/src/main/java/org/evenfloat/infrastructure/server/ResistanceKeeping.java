// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.server;

import org.evenfloat.application.health.ResistanceBook;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.application.port.out.ResistanceMemory;
import org.evenfloat.application.port.out.ResistanceMemoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the book of resistances: taken from the disk at the start, written when it has changed. One thread at a time. */
public final class ResistanceKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(ResistanceKeeping.class);

    /** A site measures all its blocks within minutes: they are written together. */
    private static final long PERIOD_MILLIS = 60_000;

    private final ResistanceBook book;
    private final ResistanceMemory memory;
    private final MonotonicClock monotonic;
    private long keptVersion;
    private long triedMillis = Long.MIN_VALUE;
    private boolean failing;

    /** @param monotonic real time: a disk knows no other */
    public ResistanceKeeping(ResistanceBook book, ResistanceMemory memory, MonotonicClock monotonic) {
        this.book = book;
        this.memory = memory;
        this.monotonic = monotonic;
    }

    /** Takes over what an earlier run knew. What cannot be read is said, and the book begins anew. */
    void restore() {
        try {
            book.restore(memory.load());
        } catch (ResistanceMemoryFailure failure) {
            LOG.warn("The resistances of earlier runs cannot be read, their references begin anew: {}",
                    failure.getMessage());
        }
        keptVersion = book.version();
    }

    /** Writes what has changed, once a minute at most; waits for the disk. */
    public void look() {
        if (book.version() != keptVersion
                && (triedMillis == Long.MIN_VALUE || monotonic.millis() - triedMillis >= PERIOD_MILLIS)) {
            keep();
        }
    }

    /** Writes what has changed, at the end. */
    void finish() {
        if (book.version() != keptVersion) {
            keep();
        }
    }

    private void keep() {
        long version = book.version();
        triedMillis = monotonic.millis();
        try {
            memory.keep(book.kept());
            keptVersion = version;
            failing = false;
        } catch (ResistanceMemoryFailure failure) {
            if (!failing) {
                failing = true;
                LOG.warn("The resistances cannot be kept: {}", failure.getMessage());
            }
        }
    }
}
