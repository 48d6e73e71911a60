// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenfloat.domain.access.Grants;

/**
 * Somebody who is known elsewhere and so has no password and no second factor here, and is written in no book.
 *
 * @param user name for sessions and the audit, with an {@code @}, which no user of this server has in his name
 * @param by the directory or provider that knows him
 * @param grants what he may, for as long as his session lasts
 */
public record Guest(String user, String by, Grants grants) {

    /** Ends the name of a guest that has no {@code @} of its own. */
    static final String SUFFIX = "@company";

    /**
     * What a directory may call somebody. Plain ASCII, so that no directory takes a look-alike of a local name for
     * that name, and nothing odd gets into the audit.
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+@-]{0,63}");

    /** Returns the name in small letters when it can be one; empty when nobody is called that. */
    public static Optional<String> name(String typed) {
        return NAME.matcher(typed).matches() && !lower(typed).endsWith(SUFFIX)
                ? Optional.of(lower(typed)) : Optional.empty();
    }

    /** Returns the guest of that name, the same whichever door he took, so that nobody is two persons. */
    static Guest of(String name, String by, Grants grants) {
        return new Guest(name.contains("@") ? name : name + SUFFIX, by, grants);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
