// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.domain.access.Actor;

/**
 * What a person decides about his own access. Problems are returned as {@code where: what was given - what is allowed};
 * none means done. Only for persons; throws {@link NotAllowed} for scripts.
 */
public interface OwnAccess {

    /**
     * A second factor that is not yet confirmed.
     *
     * @param secret in base32, to be typed into an authenticator
     * @param uri the same as {@code otpauth://} address, to be shown as a picture
     */
    record Enrolment(String secret, String uri) {}

    /** Changes the own password, and ends all other sessions of this user. */
    List<String> changePassword(Actor who, String session, String oldPassword, String newPassword);

    /** Returns whether he has a second factor. */
    boolean hasSecondFactor(Actor who);

    /** Begins a second factor; it counts when it is confirmed. */
    Enrolment beginSecondFactor(Actor who);

    /** Confirms the second factor that was begun last with a code of it. */
    List<String> confirmSecondFactor(Actor who, String code);

    /** Gives the second factor up, with the password. */
    List<String> dropSecondFactor(Actor who, String password);

    /** Returns the own sessions, the last used first. */
    List<ManageUsers.Session> ownSessions(Actor who);
}
