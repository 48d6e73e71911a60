// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.evenfloat.adapters.modbus.ServerKey;
import org.evenfloat.infrastructure.site.SiteConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the MODBUS server proves itself with over TLS: the certificate of the web server, looked for again after a minute at
 * the earliest. Safe for several threads.
 */
public final class ModbusKey implements Supplier<ServerKey> {

    private static final Logger LOG = LoggerFactory.getLogger(ModbusKey.class);
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ServerCertificate source;
    private final boolean lookedAfter;
    private final InstantSource clock;
    private ServerKey last;
    private long lookedNanos;

    /** @param clock real time, also beside a simulated room: clients have no other */
    public ModbusKey(SiteConfiguration configuration, InstantSource clock) {
        this.source = new ServerCertificate(configuration);
        this.lookedAfter = configuration.web().enabled() && configuration.web().https();
        this.clock = clock;
    }

    /**
     * Returns the certificate with its key; the former one when there is none at present.
     *
     * @throws IllegalStateException with the cause, when there has never been one
     */
    @Override
    public synchronized ServerKey get() {
        long now = System.nanoTime();
        if (last == null || now - lookedNanos > AGAIN_NANOS) {
            lookedNanos = now;
            try {
                last = key(present());
            } catch (CertificateFailure failure) {
                if (last == null) {
                    throw new IllegalStateException(failure.getMessage(), failure);
                }
                LOG.error("MODBUS shows the present certificate on: {}", failure.getMessage());
            }
        }
        return last;
    }

    /** Makes or renews the server's own only where nobody else does. */
    private TlsIdentity present() throws CertificateFailure {
        return last != null && lookedAfter
                ? source.present(clock.instant()).orElseThrow(() -> new CertificateFailure("there is none any more", null))
                : source.current(clock.instant());
    }

    private static ServerKey key(TlsIdentity identity) {
        return new ServerKey(identity.key(), identity.chain());
    }
}
