// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate from elsewhere: PEM files, or one PKCS#12 file. Whoever names the files is told everything that is
 * wrong with them at once.
 *
 * @param certificate the certificate, followed by those of its issuers in any order; or PKCS#12 with the key
 * @param key the private key; empty when it is in the file of the certificate
 * @param password what opens the key; empty when it is not locked
 */
public record CertificateFiles(Named certificate, Optional<Named> key, Optional<String> password) {

    /** No certificate with its issuers is larger. */
    private static final int MAX_BYTES = 1 << 20;

    /** How a PKCS#12 file begins: a sequence in DER or BER. */
    private static final int SEQUENCE = 0x30;

    /**
     * A file and where it is named.
     *
     * @param where such as {@code web.certificate-file}
     * @param path where it is
     */
    public record Named(String where, Path path) {}

    /**
     * What was found.
     *
     * @param identity what a server can use; empty exactly when {@code unusable} is not
     * @param unusable why no server can use it, each {@code where: what was given - what is allowed}
     * @param doubtful why browsers will not like it, in the same form
     */
    public record Found(Optional<TlsIdentity> identity, List<String> unusable, List<String> doubtful) {

        public Found {
            unusable = List.copyOf(unusable);
            doubtful = List.copyOf(doubtful);
        }

        /** Returns everything that is wrong. */
        public List<String> problems() {
            List<String> all = new ArrayList<>(unusable);
            all.addAll(doubtful);
            return all;
        }
    }

    /**
     * Reads the files and looks at what is in them.
     *
     * @param names host names for which the certificate has to be good
     */
    public Found look(Instant now, List<String> names) {
        List<String> unusable = new ArrayList<>();
        Optional<byte[]> bytes = bytes(certificate, unusable);
        if (bytes.isPresent() && bytes.get().length > 0 && bytes.get()[0] == SEQUENCE) {
            return pkcs12(bytes.get(), now, names, unusable);
        }
        List<X509Certificate> certificates = bytes.map(pem -> certificates(pem, unusable)).orElse(List.of());
        Optional<byte[]> keyBytes = key.isPresent() ? bytes(key.get(), unusable) : bytes;
        Optional<PrivateKey> secret = keyBytes.flatMap(pem -> key(pem, unusable));
        ChainCheck check = new ChainCheck(certificate.where(), key.orElse(certificate).where());
        Optional<List<X509Certificate>> chain = check.chain(certificates, secret, unusable);
        List<String> doubtful = chain.map(good -> check.doubts(good, now, names)).orElse(List.of());
        Optional<TlsIdentity> identity = unusable.isEmpty()
                ? Optional.of(new TlsIdentity(secret.orElseThrow(), chain.orElseThrow())) : Optional.empty();
        return new Found(identity, unusable, doubtful);
    }

    /** Returns why browsers will not like a certificate that was read before, as in {@link Found#doubtful}. */
    public static List<String> doubts(String where, TlsIdentity identity, Instant now, List<String> names) {
        return new ChainCheck(where, where).doubts(identity.chain(), now, names);
    }

    private Found pkcs12(byte[] bytes, Instant now, List<String> names, List<String> unusable) {
        String where = certificate.where();
        key.ifPresent(file -> unusable.add(
                file.where() + ": " + file.path() + " beside a PKCS#12 file - allowed: no file, the key is in that one"));
        Optional<TlsIdentity> read = Optional.empty();
        try {
            read = Pkcs12.read(bytes, password.orElse("").toCharArray());
            if (read.isEmpty()) {
                unusable.add(where + ": " + certificate.path() + " - allowed: PKCS#12 with exactly one key");
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) { // the latter for a damaged file
            unusable.add(where + ": " + certificate.path() + " cannot be opened with "
                    + (password.isPresent() ? "this" : "an empty") + " password - allowed: PKCS#12 and its password");
        }
        if (read.isEmpty()) {
            return new Found(Optional.empty(), unusable, List.of());
        }
        ChainCheck check = new ChainCheck(where, where);
        Optional<List<X509Certificate>> chain =
                check.chain(read.get().chain(), Optional.of(read.get().key()), unusable);
        List<String> doubtful = chain.map(good -> check.doubts(good, now, names)).orElse(List.of());
        PrivateKey secret = read.get().key();
        return new Found(unusable.isEmpty() ? chain.map(good -> new TlsIdentity(secret, good)) : Optional.empty(),
                unusable, doubtful);
    }

    private static Optional<byte[]> bytes(Named file, List<String> problems) {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            problems.add(file.where() + ": " + file.path() + ", more than " + MAX_BYTES + " bytes"
                    + " - allowed: PEM or PKCS#12");
        } catch (IOException e) {
            problems.add(file.where() + ": " + file.path() + " cannot be read (" + e.getClass().getSimpleName()
                    + ") - allowed: a file that the user of the server may read");
        }
        return Optional.empty();
    }

    private List<X509Certificate> certificates(byte[] pem, List<String> problems) {
        try {
            List<X509Certificate> certificates = new PemText(pem).certificates();
            if (!certificates.isEmpty()) {
                return certificates;
            }
            problems.add(certificate.where() + ": no certificate in " + certificate.path()
                    + " - allowed: PEM (-----BEGIN CERTIFICATE-----) or PKCS#12");
        } catch (IOException e) {
            problems.add(certificate.where() + ": " + certificate.path() + ", a damaged file - allowed: PEM or PKCS#12");
        }
        return List.of();
    }

    private Optional<PrivateKey> key(byte[] pem, List<String> problems) {
        Named file = key.orElse(certificate);
        try {
            PemText text = new PemText(pem);
            if (!text.hasKey()) {
                problems.add(file.where() + ": no private key in " + file.path()
                        + " - allowed: PEM with a key (PKCS#8, PKCS#1 or SEC1)");
            } else if (text.isLocked() && password.isEmpty()) {
                problems.add(file.where() + ": the key in " + file.path() + " is locked - allowed: its password beside it");
            } else {
                return Optional.of(text.key(password.orElse("").toCharArray()));
            }
        } catch (IOException e) {
            problems.add(file.where() + ": " + file.path() + ", " + e.getMessage()
                    + " - allowed: PEM with a key (PKCS#8, PKCS#1 or SEC1), and its password when it is locked");
        }
        return Optional.empty();
    }
}
