// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.infrastructure.transport.CertificateTurns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether the web server has another certificate to show. */
public final class CertificateThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateThread.class);
    private static final long TURN_SECONDS = 5;

    private final CertificateTurns turns;
    private final InstantSource clock;
    private final Consumer<TlsIdentity> show;

    /**
     * @param turns what notices it
     * @param clock real time, also beside a simulated room: browsers have no other
     * @param show what shows it
     */
    public CertificateThread(CertificateTurns turns, InstantSource clock, Consumer<TlsIdentity> show) {
        super("certificate");
        this.turns = turns;
        this.clock = clock;
        this.show = show;
    }

    @Override
    void work() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(TURN_SECONDS, TimeUnit.SECONDS)) {
            try {
                turns.turn(clock.instant()).ifPresent(show);
            } catch (RuntimeException e) { // our bug: the present certificate is good for months
                LOG.error("The certificate could not be looked after", e);
            }
        }
    }
}
