// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.certificate;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether a private key belongs to a public one: what the one signs, the other recognises. */
final class KeyMatch {

    private static final byte[] ANYTHING = {1, 2, 3};

    private KeyMatch() {}

    static boolean fits(TlsIdentity identity) {
        return fits(identity.key(), identity.certificate().getPublicKey());
    }

    static boolean fits(PrivateKey secret, PublicKey open) {
        try {
            Signature signature = Signature.getInstance(algorithm(secret));
            signature.initSign(secret);
            signature.update(ANYTHING);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(ANYTHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // keys of different kinds
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> "SHA256with" + key.getAlgorithm();
        };
    }
}
