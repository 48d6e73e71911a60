// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals hashes with the key of an installation, so that only who can read the key can write an audit. */
final class AuditSeal {

    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FILE = Pattern.compile("\\{\"format\":1,\"key\":\"([0-9a-f]{64})\"}\n");

    private final SecretKeySpec key;

    private AuditSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Reads the key.
     *
     * @return empty when there is none
     * @throws IOException when it cannot be read or is damaged
     */
    static Optional<AuditSeal> read(Path file) throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(file), US_ASCII);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Matcher matcher = FILE.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(file + " holds no key; bring it back from a backup, or move it away: the server makes"
                    + " another and writes that down");
        }
        return Optional.of(new AuditSeal(HexFormat.of().parseHex(matcher.group(1))));
    }

    /** Makes a key and keeps it. */
    static AuditSeal create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        AuditFolder.replace(file, ("{\"format\":1,\"key\":\"" + HexFormat.of().formatHex(key) + "\"}\n").getBytes(US_ASCII));
        AuditFolder.force(file.getParent());
        return new AuditSeal(key);
    }

    /** Returns the seal of a text in hexadecimal. */
    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Returns whether a seal belongs to a text; takes as long for each. */
    boolean fits(String text, String seal) {
        return MessageDigest.isEqual(of(text).getBytes(US_ASCII), seal.getBytes(US_ASCII));
    }
}
