// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.Optional;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.domain.access.User;

/** Passwords of users: made into what is kept, and compared with it, which takes as long for users that there are not. */
final class Passwords {

    private final PasswordHash hash;
    private final SecretSource secrets;
    private String nobodys;

    Passwords(PasswordHash hash, SecretSource secrets) {
        this.hash = hash;
        this.secrets = secrets;
    }

    /** Returns what is kept of a password that the rules allow. */
    String hashed(String password) throws HashBusy {
        return hash.hash(PasswordRules.normalised(password));
    }

    /** Returns whether that is his password; never for nobody. */
    boolean right(String password, Optional<User> user) throws HashBusy {
        String kept = nobodys(); // before it is known who it is, so that the very first attempt does not tell either
        boolean readable = password.length() <= PasswordRules.MOST_CHARS;
        boolean same = hash.matches(
                readable ? PasswordRules.normalised(password) : "", user.map(User::passwordHash).orElse(kept));
        return same && readable && user.isPresent();
    }

    private synchronized String nobodys() throws HashBusy {
        if (nobodys == null) {
            nobodys = hash.hash(secrets.secret());
        }
        return nobodys;
    }
}
