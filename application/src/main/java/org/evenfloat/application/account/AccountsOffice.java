// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.List;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.User;

/** Where administrators decide about users, tokens and sessions. */
final class AccountsOffice implements ManageUsers {

    private final UserRegister users;
    private final TokenRegister tokens;
    private final SessionRegister sessions;

    AccountsOffice(UserRegister users, TokenRegister tokens, SessionRegister sessions) {
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public List<User> users(Actor who) {
        return users.users(who);
    }

    @Override
    public List<String> add(Actor who, String name, Grants grants, String password, boolean emergency) {
        return users.add(who, name, grants, password, emergency);
    }

    @Override
    public List<String> grant(Actor who, String name, Grants grants) {
        return ended(name, users.grant(who, name, grants));
    }

    @Override
    public List<String> disable(Actor who, String name, boolean disabled) {
        List<String> problems = users.disable(who, name, disabled);
        return disabled ? ended(name, problems) : problems;
    }

    @Override
    public List<String> resetPassword(Actor who, String name, String password) {
        return ended(name, users.resetPassword(who, name, password));
    }

    @Override
    public List<String> remove(Actor who, String name) {
        return ended(name, users.remove(who, name));
    }

    /** Who was enabled again must not find what he had before; what another process changes shows in the stamp. */
    private List<String> ended(String name, List<String> problems) {
        if (problems.isEmpty()) {
            sessions.endOf(name);
        }
        return problems;
    }

    @Override
    public List<ScriptToken> tokens(Actor who) {
        return tokens.tokens(who);
    }

    @Override
    public NewToken addToken(Actor who, String name, Grants grants, int days) {
        return tokens.add(who, name, grants, days);
    }

    @Override
    public List<String> removeToken(Actor who, String name) {
        return tokens.remove(who, name);
    }

    @Override
    public List<Session> sessions(Actor who) {
        return sessions.all(who);
    }

    @Override
    public List<String> endSession(Actor who, String id) {
        return sessions.end(who, id);
    }
}
