// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the script that started this process and starts it anew when it ends or falls silent: a pipe with one
 * line a sign of life. Without such a script nothing is told. To be used by one thread, which may wait here when the
 * script is stopped for hours.
 */
public final class Supervisor {

    /** Names the pipe; set by {@code evenfloat supervise}. */
    private static final String VARIABLE = "EVENFLOAT_SIGN_OF_LIFE";

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final byte[] ALIVE = {'+', '\n'};
    private static final byte[] STOPPING = {'-', '\n'};

    private OutputStream pipe;

    Supervisor(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** Returns the way to whoever started this process. */
    public static Supervisor ofThisProcess() {
        String name = System.getenv(VARIABLE);
        if (name == null || name.isEmpty()) {
            return new Supervisor(null);
        }
        try {
            return new Supervisor(new FileOutputStream(name));
        } catch (IOException e) {
            LOG.warn("{}: {} cannot be written ({}); the supervisor will take this server for dead",
                    VARIABLE, name, e.getMessage());
            return new Supervisor(null);
        }
    }

    /** Says that everything that matters gets on. */
    void alive() {
        say(ALIVE);
    }

    /** Says that the server is ending in order and will give no more signs. */
    void stopping() {
        say(STOPPING);
    }

    private void say(byte[] line) {
        if (pipe == null) {
            return;
        }
        try {
            pipe.write(line);
        } catch (IOException gone) {
            LOG.warn("The supervisor is gone ({}); nobody starts this server anew if it ends", gone.getMessage());
            pipe = null;
        }
    }
}
