// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes of RADIUS (RFC 2865): makes an Access-Request with a Message-Authenticator, and reads an answer only when its
 * authenticator and its Message-Authenticator are both right (RFC 3579, 3.2), so that nobody who cannot know the secret
 * turns a no into a yes (CVE-2024-3596).
 */
final class RadiusPacket {

    static final int ACCESS_REQUEST = 1;
    static final int ACCESS_ACCEPT = 2;
    static final int ACCESS_REJECT = 3;
    static final int MAX_BYTES = 4_096;
    static final int MAX_PASSWORD_BYTES = 128;

    private static final int USER_NAME = 1;
    private static final int USER_PASSWORD = 2;
    private static final int NAS_IDENTIFIER = 32;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    private static final int VENDOR_SPECIFIC = 26;
    private static final int HEADER_BYTES = 20;
    private static final int AUTHENTICATOR_AT = 4;
    private static final int DIGEST_BYTES = 16;
    private static final String NAS = "evenfloat";

    /**
     * An answer that the secret proves.
     *
     * @param code what it says
     * @param values values of the attribute that was asked for, as text
     */
    record Answer(int code, List<String> values) {}

    private RadiusPacket() {}

    /** Returns an Access-Request, the same bytes however often it is sent. */
    static byte[] request(int id, byte[] authenticator, String secret, String name, String password)
            throws GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // First, as the authors of the attack advise, so that no chosen prefix fits before it.
        attribute(out, MESSAGE_AUTHENTICATOR, new byte[DIGEST_BYTES]);
        attribute(out, USER_NAME, name.getBytes(StandardCharsets.UTF_8));
        attribute(out, USER_PASSWORD, hidden(password.getBytes(StandardCharsets.UTF_8), authenticator, secret));
        attribute(out, NAS_IDENTIFIER, NAS.getBytes(StandardCharsets.UTF_8));
        ByteBuffer packet = ByteBuffer.allocate(HEADER_BYTES + out.size());
        packet.put((byte) ACCESS_REQUEST).put((byte) id).putShort((short) packet.capacity());
        packet.put(authenticator).put(out.toByteArray());
        byte[] bytes = packet.array();
        byte[] proof = proof(bytes, secret);
        System.arraycopy(proof, 0, bytes, HEADER_BYTES + 2, DIGEST_BYTES);
        return bytes;
    }

    private static void attribute(ByteArrayOutputStream out, int type, byte[] value) {
        out.write(type);
        out.write(value.length + 2);
        out.writeBytes(value);
    }

    /** Hides a password of 1 to 128 bytes as RFC 2865, 5.2 says. */
    static byte[] hidden(byte[] password, byte[] authenticator, String secret) throws GeneralSecurityException {
        byte[] out = Arrays.copyOf(password, (password.length + DIGEST_BYTES - 1) / DIGEST_BYTES * DIGEST_BYTES);
        byte[] previous = authenticator;
        for (int at = 0; at < out.length; at += DIGEST_BYTES) {
            byte[] mask = md5(secret.getBytes(StandardCharsets.UTF_8), previous);
            for (int i = 0; i < DIGEST_BYTES; i++) {
                out[at + i] ^= mask[i];
            }
            previous = Arrays.copyOfRange(out, at, at + DIGEST_BYTES);
        }
        return out;
    }

    /**
     * Reads an answer to a request.
     *
     * @param bytes what came
     * @param request what was sent
     * @return empty when it is no answer to that request, or not proven by the secret
     */
    static Optional<Answer> answer(byte[] bytes, byte[] request, String secret, RadiusServers.Attribute wanted)
            throws GeneralSecurityException {
        if (bytes.length < HEADER_BYTES || bytes.length > MAX_BYTES || bytes[1] != request[1]) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getShort(2) != bytes.length) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int proofAt = 0;
        for (int at = HEADER_BYTES; at < bytes.length; at += bytes[at + 1] & 0xFF) {
            int length = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
            if (length < 2 || at + length > bytes.length) {
                return Optional.empty();
            }
            if ((bytes[at] & 0xFF) == MESSAGE_AUTHENTICATOR) {
                if (proofAt != 0 || length != DIGEST_BYTES + 2) {
                    return Optional.empty();
                }
                proofAt = at + 2;
            }
            value(in.slice(at, length), wanted).ifPresent(values::add);
        }
        return proofAt != 0 && proven(bytes, proofAt, request, secret)
                ? Optional.of(new Answer(bytes[0] & 0xFF, values)) : Optional.empty();
    }

    private static boolean proven(byte[] bytes, int proofAt, byte[] request, String secret)
            throws GeneralSecurityException {
        byte[] given = Arrays.copyOfRange(bytes, AUTHENTICATOR_AT, HEADER_BYTES);
        byte[] asked = bytes.clone();
        System.arraycopy(request, AUTHENTICATOR_AT, asked, AUTHENTICATOR_AT, DIGEST_BYTES);
        boolean right = MessageDigest.isEqual(given, md5(asked, secret.getBytes(StandardCharsets.UTF_8)));
        byte[] proof = Arrays.copyOfRange(bytes, proofAt, proofAt + DIGEST_BYTES);
        Arrays.fill(asked, proofAt, proofAt + DIGEST_BYTES, (byte) 0);
        return MessageDigest.isEqual(proof, proof(asked, secret)) && right;
    }

    /** Returns the value of an attribute when it is the wanted one. */
    private static Optional<String> value(ByteBuffer attribute, RadiusServers.Attribute wanted) {
        int from = 2;
        if ((attribute.get(0) & 0xFF) != wanted.type()) {
            return Optional.empty();
        }
        if (wanted.type() == VENDOR_SPECIFIC) {
            boolean his = attribute.capacity() > 8 && attribute.getInt(2) == wanted.vendor()
                    && (attribute.get(6) & 0xFF) == wanted.vendorType()
                    && (attribute.get(7) & 0xFF) == attribute.capacity() - 6;
            if (!his) {
                return Optional.empty();
            }
            from = 8;
        }
        byte[] value = new byte[attribute.capacity() - from];
        attribute.get(from, value);
        return Optional.of(new String(value, StandardCharsets.UTF_8));
    }

    static byte[] md5(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Returns the Message-Authenticator of a packet that has zeros in its place. */
    static byte[] proof(byte[] packet, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
        return mac.doFinal(packet);
    }
}
