// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import org.evenfloat.application.port.in.ApproveRequests;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignInElsewhere;

/**
 * Who is let in, and who decides about it.
 *
 * @param signIn finds out who somebody is
 * @param elsewhere signs in on the pages of an identity provider
 * @param users users, tokens of scripts, sessions
 * @param own what a person decides about his own access
 * @param approvals what waits for a second person
 * @param secondPerson what needs a second person
 */
public record Admission(
        SignIn signIn, SignInElsewhere elsewhere, ManageUsers users, OwnAccess own, ApproveRequests approvals,
        RequireSecondPerson secondPerson) {}
