// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenfloat.adapters.access.certificate.CertificateFailure;
import org.evenfloat.adapters.access.certificate.TlsIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the server has another certificate to show: a file has changed, or the own one has to be renewed. Used
 * by one thread.
 */
public final class CertificateTurns {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateTurns.class);

    /** The own certificate lives for months: whether it is due is asked every so many turns. */
    private static final int DUE_TURNS = 12;

    private final ServerCertificate certificate;
    private List<String> stamps;
    private TlsIdentity shown;
    private int turns;
    private Optional<String> toldProblem = Optional.empty();
    private List<String> toldDoubts = List.of();

    /** @param shown what is shown at present */
    public CertificateTurns(ServerCertificate certificate, TlsIdentity shown) {
        this.certificate = certificate;
        this.shown = shown;
        this.stamps = stamps();
        this.turns = DUE_TURNS - 1; // what is wrong from the start is said at the first turn
    }

    /** Returns the certificate that has to be shown from now on; empty when that is the present one, or none is good. */
    public Optional<TlsIdentity> turn(Instant now) {
        List<String> present = stamps();
        boolean due = ++turns % DUE_TURNS == 0;
        if (present.equals(stamps) && !due) {
            return Optional.empty();
        }
        stamps = present;
        try {
            TlsIdentity next = certificate.current(now);
            stamps = stamps(); // it may have been made just now
            toldProblem = Optional.empty();
            tellDoubts(now);
            if (next.chain().equals(shown.chain())) {
                return Optional.empty();
            }
            shown = next;
            return Optional.of(next);
        } catch (CertificateFailure e) {
            if (!toldProblem.equals(Optional.of(e.getMessage()))) {
                toldProblem = Optional.of(e.getMessage());
                LOG.error("The present certificate is shown on: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    private void tellDoubts(Instant now) {
        List<String> doubts = certificate.problems(now);
        if (!doubts.equals(toldDoubts)) {
            toldDoubts = doubts;
            doubts.forEach(doubt -> LOG.warn("Browsers will refuse the certificate: {}", doubt));
        }
    }

    private List<String> stamps() {
        return certificate.watched().stream().map(CertificateTurns::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
