// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A certificate from elsewhere that was taken over into the data folder; as long as it is there it is the one in use. */
public final class ImportedIdentity {

    private final TlsFolder folder;

    public ImportedIdentity(TlsFolder folder) {
        this.folder = folder;
    }

    /**
     * Returns it; empty when there is none.
     *
     * @throws CertificateFailure when there is one that cannot be read
     */
    public Optional<TlsIdentity> present() throws CertificateFailure {
        if (!Files.exists(folder.imported())) {
            return Optional.empty();
        }
        try {
            Optional<TlsIdentity> read = Pkcs12.read(Files.readAllBytes(folder.imported()), new char[0]);
            if (read.isPresent()) {
                return read;
            }
            throw damaged(null);
        } catch (IOException | GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private CertificateFailure damaged(Exception cause) {
        return new CertificateFailure("tls: " + folder.imported() + " cannot be read - allowed: what 'evenfloat"
                + " certificate import' wrote; import it again, or go back to the own authority with 'evenfloat"
                + " certificate renew SITEFILE --own'", cause);
    }

    /** Takes one over; it is in use from then on. */
    public void keep(TlsIdentity identity) throws CertificateFailure {
        folder.alone(() -> {
            try {
                KeptFile.write(folder.imported(), Pkcs12.bytes(identity));
                return identity;
            } catch (GeneralSecurityException e) {
                throw new CertificateFailure("tls: this key cannot be kept (" + e.getMessage()
                        + ") - allowed: RSA or EC keys", e);
            }
        });
    }

    /** Sets it aside: the own authority counts again. Returns whether there was one. */
    public boolean setAside() throws CertificateFailure {
        return folder.alone(() -> {
            boolean there = Files.exists(folder.imported());
            if (there) {
                KeptFile.rename(folder.imported(), folder.setAside());
            }
            return there;
        });
    }
}
