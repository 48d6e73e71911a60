// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.adapters.web.Admission;
import org.evenfloat.application.access.NoProvider;
import org.evenfloat.application.port.in.ApproveRequests;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** A server that belongs to nobody and cannot be claimed: only what it printed at its start is good. */
final class NoUsers implements SignIn, ManageUsers, OwnAccess, ApproveRequests, RequireSecondPerson {

    private static final List<String> NONE = List.of("user: any - this server keeps no users");

    private NoUsers() {}

    /** Returns what the web server asks. */
    static Admission admission() {
        NoUsers nobody = new NoUsers();
        return new Admission(nobody, new NoProvider(), nobody, nobody, nobody, nobody);
    }

    @Override
    public boolean claimed() {
        return false;
    }

    @Override
    public List<String> claim(String code, String user, String password, String from) {
        return NONE;
    }

    @Override
    public SignIn.Answer signIn(String user, String password, String code, String from) {
        return new SignIn.Answer(Verdict.DENIED, "This server keeps no users.", "", 0, 0);
    }

    @Override
    public Optional<Actor> bySession(String session, String from) {
        return Optional.empty();
    }

    @Override
    public Optional<Actor> byToken(String token, String from) {
        return Optional.empty();
    }

    @Override
    public void signOut(String session) {}

    @Override
    public List<User> users(Actor who) {
        return List.of();
    }

    @Override
    public List<String> add(Actor who, String name, Grants grants, String password, boolean emergency) {
        return NONE;
    }

    @Override
    public List<String> grant(Actor who, String name, Grants grants) {
        return NONE;
    }

    @Override
    public List<String> disable(Actor who, String name, boolean disabled) {
        return NONE;
    }

    @Override
    public List<String> resetPassword(Actor who, String name, String password) {
        return NONE;
    }

    @Override
    public List<String> remove(Actor who, String name) {
        return NONE;
    }

    @Override
    public List<ScriptToken> tokens(Actor who) {
        return List.of();
    }

    @Override
    public NewToken addToken(Actor who, String name, Grants grants, int days) {
        return new NewToken("", NONE);
    }

    @Override
    public List<String> removeToken(Actor who, String name) {
        return NONE;
    }

    @Override
    public List<Session> sessions(Actor who) {
        return List.of();
    }

    @Override
    public List<String> endSession(Actor who, String id) {
        return NONE;
    }

    @Override
    public List<String> changePassword(Actor who, String session, String oldPassword, String newPassword) {
        return NONE;
    }

    @Override
    public boolean hasSecondFactor(Actor who) {
        return false;
    }

    @Override
    public Enrolment beginSecondFactor(Actor who) {
        throw new NotAllowed("This server keeps no users.", Role.VIEW);
    }

    @Override
    public List<String> confirmSecondFactor(Actor who, String code) {
        return NONE;
    }

    @Override
    public List<String> dropSecondFactor(Actor who, String password) {
        return NONE;
    }

    @Override
    public List<Session> ownSessions(Actor who) {
        return List.of();
    }

    @Override
    public List<Request> requests() {
        return List.of();
    }

    @Override
    public Optional<Request> approve(Actor by, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<Request> refuse(Actor by, long id) {
        return Optional.empty();
    }

    @Override
    public Set<Verb> verbs(Actor who) {
        return Set.of();
    }

    @Override
    public Set<Verb> possible() {
        return Set.of();
    }

    @Override
    public List<String> require(Actor who, Set<Verb> verbs) {
        return NONE;
    }
}
