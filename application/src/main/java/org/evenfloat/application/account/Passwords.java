// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.Optional;
import org.evenfloat.application.port.out.HashBusy;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.domain.access.User;

/** Passwords of users: made into what is kept, and compared with it, which takes as long for users that there are not. */
final class Passwords {

    private final PasswordHash hash;
    private final String nobodys;

    Passwords(PasswordHash hash) {
        this.hash = hash;
        nobodys = hash.unmatched();
    }

    /** Returns what is kept of a password that the rules allow. */
    String hashed(String password) throws HashBusy {
        return hash.hash(PasswordRules.normalised(password));
    }

    /** Returns whether that is his password; never for nobody. */
    boolean right(String password, Optional<User> user) throws HashBusy {
        boolean readable = password.length() <= PasswordRules.MOST_CHARS;
        boolean same = hash.matches(
                readable ? PasswordRules.normalised(password) : "", user.map(User::passwordHash).orElse(nobodys));
        return same && readable && user.isPresent();
    }
}
