// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.Optional;

/**
 * What has become of somebody who showed a name and a password that are kept elsewhere.
 *
 * @param guest who he is, when he is let in
 * @param sentence for people, when he is not; does not tell whether anybody has that name
 * @param known whether a directory knows him with that password, whatever he may here
 */
public record DirectoryAnswer(Optional<Guest> guest, String sentence, boolean known) {

    static DirectoryAnswer in(Guest guest) {
        return new DirectoryAnswer(Optional.of(guest), "", true);
    }

    /** Somebody whom the directory knows, and who may nothing here. */
    static DirectoryAnswer withoutRole(String sentence) {
        return new DirectoryAnswer(Optional.empty(), sentence, true);
    }

    static DirectoryAnswer denied(String sentence) {
        return new DirectoryAnswer(Optional.empty(), sentence, false);
    }
}
