// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest entry, beside the files, so that it is found when the end of them was cut off.
 *
 * @param number of the entry
 * @param hash of the entry
 * @param seal of both
 */
record AuditHead(long number, String hash, String seal) {

    private static final Pattern FILE = Pattern.compile(
            "\\{\"format\":1,\"number\":([1-9][0-9]{0,17}),\"hash\":\"([0-9a-f]{64})\",\"seal\":\"([0-9a-f]{64})\"}\n");

    static AuditHead of(long number, String hash, AuditSeal seal) {
        return new AuditHead(number, hash, seal.of(sealed(number, hash)));
    }

    private static String sealed(long number, String hash) {
        return "head " + number + " " + hash;
    }

    /** Returns whether it was made with that key. */
    boolean sealedBy(AuditSeal key) {
        return key.fits(sealed(number, hash), seal);
    }

    /**
     * Reads it.
     *
     * @return empty when there is none
     * @throws IOException when it cannot be read or is damaged
     */
    static Optional<AuditHead> read(Path file) throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), US_ASCII);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Matcher matcher = FILE.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(file + " is damaged");
        }
        return Optional.of(new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)));
    }

    /** Puts it into the place of the one before. A head that is older than the files after power loss does no harm. */
    void write(Path file) throws IOException {
        AuditFolder.replace(file, ("{\"format\":1,\"number\":" + number + ",\"hash\":\"" + hash + "\",\"seal\":\"" + seal
                + "\"}\n").getBytes(US_ASCII));
    }
}
