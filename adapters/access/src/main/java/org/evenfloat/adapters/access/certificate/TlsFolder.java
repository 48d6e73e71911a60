// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The files of the server's certificate below its data folder. The server and the commands of the console may use
 * them at the same time: whoever changes one does so alone.
 *
 * @param path the folder, {@code tls} in the data folder
 */
public record TlsFolder(Path path) {

    /** Threads of one process cannot wait for each other at a lock of the file system. */
    private static final Object IN_THIS_PROCESS = new Object();

    /** Returns that of a data folder. */
    public static TlsFolder in(Path dataFolder) {
        return new TlsFolder(dataFolder.resolve("tls"));
    }

    /** Returns the certificate of the own authority, to be imported into browsers. */
    public Path authority() {
        return path.resolve("ca.pem");
    }

    Path authorityKey() {
        return path.resolve("ca-key.pem");
    }

    Path own() {
        return path.resolve("server.p12");
    }

    Path imported() {
        return path.resolve("imported.p12");
    }

    Path setAside() {
        return path.resolve("imported-former.p12");
    }

    /** Returns the files whose change is a change of the certificate in use. */
    public List<Path> watched() {
        return List.of(own(), imported());
    }

    /** Something that is done while nobody else changes a file here. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, CertificateFailure;
    }

    <T> T alone(Work<T> work) throws CertificateFailure {
        synchronized (IN_THIS_PROCESS) {
            try {
                KeptFile.folder(path);
                try (FileChannel channel = FileChannel.open(
                                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    KeptFile.handOver(path.resolve("lock"));
                    return lock.isValid() ? work.done() : null;
                }
            } catch (IOException e) {
                throw new CertificateFailure("tls: " + path + " cannot be written (" + e.getMessage()
                        + ") - allowed: a folder that the user of the server may write", e);
            }
        }
    }
}
