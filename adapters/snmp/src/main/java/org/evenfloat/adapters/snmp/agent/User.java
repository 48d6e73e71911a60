// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.evenfloat.adapters.snmp.SnmpSettings;
import org.evenfloat.adapters.snmp.SnmpSettings.Authentication;
import org.evenfloat.adapters.snmp.SnmpSettings.Privacy;

/** A user of version 3. Keys of its passwords are made when needed first, some ms each. Safe for several threads. */
final class User {

    static final int NONE = 0;
    static final int AUTHENTICATED = 1;
    static final int ENCRYPTED = 2;

    private final SnmpSettings.User settings;
    private final byte[] name;
    private final Client client;
    private byte[] authenticationKey;
    private byte[] privacyKey;
    private Keys.Localized own;

    User(SnmpSettings.User settings) {
        this.settings = settings;
        this.name = settings.name().getBytes(StandardCharsets.UTF_8);
        this.client = new Client(settings.name(), settings.networks(), new View(settings.view()), settings.may());
    }

    byte[] name() {
        return name;
    }

    Client client() {
        return client;
    }

    Authentication authentication() {
        return settings.authentication();
    }

    Privacy privacy() {
        return settings.privacy();
    }

    /** Returns the least that messages must have, and the most they can. */
    int level() {
        return (settings.authentication() == Authentication.NONE ? NONE : AUTHENTICATED)
                | (settings.privacy() == Privacy.NONE ? NONE : ENCRYPTED);
    }

    /** Returns whether a message comes from this one, by its name. */
    boolean isCalled(byte[] bytes, int from, int length) {
        return Arrays.equals(name, 0, name.length, bytes, from, from + length);
    }

    /** Returns the keys for messages that this agent answers for. */
    synchronized Keys.Localized own(Supplier<byte[]> engineId) {
        if (own == null) {
            own = of(engineId.get());
        }
        return own;
    }

    /** Returns the keys for messages that an engine answers for. */
    synchronized Keys.Localized of(byte[] engineId) {
        Authentication hash = settings.authentication();
        if (hash == Authentication.NONE) {
            return new Keys.Localized(null, null);
        }
        if (authenticationKey == null) {
            authenticationKey = Keys.ofPassword(hash, settings.authenticationPassword());
            privacyKey = Keys.ofPassword(hash, settings.privacyPassword());
        }
        byte[] localized = Keys.localize(hash, authenticationKey, engineId);
        SecretKeySpec cipher = null;
        if (settings.privacy() != Privacy.NONE) {
            byte[] key = Keys.localize(hash, privacyKey, engineId);
            cipher = new SecretKeySpec(Keys.ofLength(hash, key, Keys.keyLength(settings.privacy())), "AES");
        }
        return new Keys.Localized(new SecretKeySpec(localized, Keys.mac(hash)), cipher);
    }

    @Override
    public String toString() {
        return settings.name();
    }
}
