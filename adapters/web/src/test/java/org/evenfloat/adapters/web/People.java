// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.evenfloat.application.access.Approvals;
import org.evenfloat.application.access.Deed;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.RequireSecondPerson;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.out.AuditTrail;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.access.ScriptToken;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.User;
import org.evenfloat.domain.access.Verb;

/** Users, tokens and sessions in memory, behind the real guard. Passwords are compared as they are. */
final class People implements SignIn, ManageUsers, OwnAccess, RequireSecondPerson {

    static final String PASSWORD = "a long password";
    static final String CODE = "123456";

    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    final Map<String, User> users = new ConcurrentHashMap<>();
    final Map<String, ScriptToken> tokens = new ConcurrentHashMap<>();
    final Map<String, String> sessions = new ConcurrentHashMap<>();
    final Set<Verb> needSecond = ConcurrentHashMap.newKeySet();
    final Set<String> changedOwn = ConcurrentHashMap.newKeySet();
    final CompanyLogin elsewhere = new CompanyLogin();
    final Approvals approvals;
    final Guard guard;
    volatile long waitMillis;
    private int made;

    People() {
        Witness witness = new Witness(new AuditTrail() {
            @Override
            public void append(AuditEntry entry) {
                audit.add(entry);
            }

            @Override
            public void probe() {}
        }, () -> Instant.ofEpochMilli(Room.NOW));
        approvals = new Approvals(needSecond::contains, witness, () -> Instant.ofEpochMilli(Room.NOW));
        guard = new Guard(witness, approvals);
    }

    Admission admission() {
        return new Admission(this, elsewhere, this, this, approvals, this);
    }

    /** Lets there be a user with that role, and returns a session of his. */
    String session(String name, Role role) {
        users.putIfAbsent(name, user(name, Grants.of(role), ""));
        return begin(name);
    }

    private static User user(String name, Grants grants, String secondFactor) {
        return new User(name, grants, PASSWORD, secondFactor, false, false, Room.NOW, Room.NOW);
    }

    private synchronized String begin(String name) {
        String session = "session-" + ++made + "-of-" + name;
        sessions.put(session, name);
        return session;
    }

    /** Lets there be a token with those grants, and returns it. */
    String token(String name, Grants grants) {
        String secret = "token-of-" + name;
        tokens.put(secret, new ScriptToken(name, "0".repeat(64), grants, "eva", Room.NOW, Room.NOW + 86_400_000));
        return secret;
    }

    /** Lets there be a user who may not sign in. */
    void away(String name) {
        users.put(name, new User(name, Grants.of(Role.VIEW), PASSWORD, "", true, false, Room.NOW, Room.NOW));
    }

    @Override
    public boolean claimed() {
        return !users.isEmpty();
    }

    @Override
    public List<String> claim(String code, String user, String password, String from) {
        if (!code.equals("ABCD-EFGH") || claimed()) {
            return List.of("code: not right - the claim code that the console shows");
        }
        users.put(user, new User(user, Grants.of(Role.ADMIN), password, "", false, false, Room.NOW, Room.NOW));
        return List.of();
    }

    @Override
    public SignIn.Answer signIn(String user, String password, String code, String from) {
        if (waitMillis > 0) {
            return new SignIn.Answer(Verdict.WAIT, "Too many attempts.", "", 0, waitMillis);
        }
        User known = users.get(user);
        if (known == null || known.disabled() || !known.passwordHash().equals(password)) {
            return new SignIn.Answer(Verdict.DENIED, "Name or password is not right.", "", 0, 0);
        }
        if (!known.secondFactor().isEmpty() && !code.equals(CODE)) {
            return new SignIn.Answer(Verdict.CODE_WANTED, "A code is wanted.", "", 0, 0);
        }
        return new SignIn.Answer(Verdict.WELCOME, "Welcome.", begin(user), Room.NOW + 1, 0);
    }

    @Override
    public Optional<Actor> bySession(String session, String from) {
        return Optional.ofNullable(sessions.get(session)).map(users::get).filter(user -> !user.disabled())
                .map(user -> new Actor(Actor.Kind.PERSON, user.name(), from, user.grants()));
    }

    @Override
    public Optional<Actor> byToken(String token, String from) {
        return Optional.ofNullable(tokens.get(token))
                .map(known -> new Actor(Actor.Kind.SCRIPT, known.name(), from, known.grants()));
    }

    @Override
    public void signOut(String session) {
        sessions.remove(session);
    }

    @Override
    public List<User> users(Actor who) {
        guard.require(who, Verb.MANAGE_USERS, Target.server());
        return users.values().stream().sorted(Comparator.comparing(User::name)).toList();
    }

    private List<String> perform(Actor who, Verb verb, String kind, String name, Supplier<List<String>> action) {
        return guard.perform(who, verb, Target.of(kind, name), name, action,
                problems -> problems.isEmpty() ? Deed.done(name) : Deed.failed(String.join("; ", problems)));
    }

    private List<String> change(Actor who, String name, Supplier<User> changed) {
        return perform(who, Verb.MANAGE_USERS, "user", name, () -> {
            if (!users.containsKey(name)) {
                return List.of("user: " + name + " - name of a user");
            }
            users.put(name, changed.get());
            return List.of();
        });
    }

    @Override
    public List<String> add(Actor who, String name, Grants grants, String password, boolean emergency) {
        return perform(who, Verb.MANAGE_USERS, "user", name, () -> {
            if (password.length() < 12) {
                return List.of("password: " + password.length() + " characters - allowed: 12 to 128");
            }
            users.put(name, new User(name, grants, password, "", false, emergency, Room.NOW, Room.NOW));
            return List.of();
        });
    }

    @Override
    public List<String> grant(Actor who, String name, Grants grants) {
        return change(who, name, () -> user(name, grants, users.get(name).secondFactor()));
    }

    @Override
    public List<String> disable(Actor who, String name, boolean disabled) {
        return change(who, name, () -> {
            User user = users.get(name);
            return new User(name, user.grants(), user.passwordHash(), user.secondFactor(), disabled,
                    user.emergency(), user.createdAtMillis(), user.passwordAtMillis());
        });
    }

    @Override
    public List<String> resetPassword(Actor who, String name, String password) {
        return change(who, name, () -> new User(
                name, users.get(name).grants(), password, "", false, false, Room.NOW, Room.NOW));
    }

    @Override
    public List<String> remove(Actor who, String name) {
        return perform(who, Verb.MANAGE_USERS, "user", name, () -> users.remove(name) == null
                ? List.of("user: " + name + " - name of a user") : List.of());
    }

    @Override
    public List<ScriptToken> tokens(Actor who) {
        guard.require(who, Verb.MANAGE_TOKENS, Target.server());
        return tokens.values().stream().sorted(Comparator.comparing(ScriptToken::name)).toList();
    }

    @Override
    public NewToken addToken(Actor who, String name, Grants grants, int days) {
        return guard.perform(who, Verb.MANAGE_TOKENS, Target.of("token", name), name,
                () -> new NewToken(token(name, grants), List.of()), made -> Deed.done(name));
    }

    @Override
    public List<String> removeToken(Actor who, String name) {
        return perform(who, Verb.MANAGE_TOKENS, "token", name, () ->
                tokens.values().removeIf(token -> token.name().equals(name)) ? List.of()
                        : List.of("token: " + name + " - name of a token"));
    }

    private List<Session> shown(String user) {
        List<Session> shown = new ArrayList<>();
        sessions.forEach((session, name) -> {
            if (user == null || user.equals(name)) {
                shown.add(new Session(id(session), name, "web 127.0.0.1", Room.NOW, Room.NOW, Room.NOW + 1));
            }
        });
        return shown;
    }

    static String id(String session) {
        return "s" + session.split("-")[1];
    }

    @Override
    public List<Session> sessions(Actor who) {
        guard.require(who, Verb.MANAGE_SESSIONS, Target.server());
        return shown(null);
    }

    @Override
    public List<String> endSession(Actor who, String id) {
        boolean own = who.kind() == Actor.Kind.PERSON
                && sessions.entrySet().stream().anyMatch(
                        each -> id(each.getKey()).equals(id) && each.getValue().equals(who.name()));
        return perform(who, own ? Verb.CHANGE_OWN_ACCESS : Verb.MANAGE_SESSIONS, "session", id, () ->
                sessions.keySet().removeIf(session -> id(session).equals(id)) ? List.of()
                        : List.of("session: " + id + " - id of a session"));
    }

    private List<String> own(Actor who, String what) {
        if (who.kind() != Actor.Kind.PERSON) {
            throw new NotAllowed(who.name() + " is no person.", Role.VIEW);
        }
        return perform(who, Verb.CHANGE_OWN_ACCESS, "user", who.name(), () -> {
            changedOwn.add(what);
            return List.of();
        });
    }

    @Override
    public List<String> changePassword(Actor who, String session, String oldPassword, String newPassword) {
        return own(who, "password of " + session);
    }

    @Override
    public boolean hasSecondFactor(Actor who) {
        return !users.get(who.name()).secondFactor().isEmpty();
    }

    @Override
    public Enrolment beginSecondFactor(Actor who) {
        own(who, "begin");
        return new Enrolment("JBSWY3DPEHPK3PXP", "otpauth://totp/Evenfloat:eva?secret=JBSWY3DPEHPK3PXP");
    }

    @Override
    public List<String> confirmSecondFactor(Actor who, String code) {
        return own(who, "confirm " + code);
    }

    @Override
    public List<String> dropSecondFactor(Actor who, String password) {
        return own(who, "drop");
    }

    /** Lets a user have a second factor. */
    void secondFactor(String name) {
        users.computeIfPresent(name, (key, user) -> user(name, user.grants(), "JBSWY3DPEHPK3PXP"));
    }

    @Override
    public List<Session> ownSessions(Actor who) {
        own(who, "sessions");
        return shown(who.name());
    }

    @Override
    public Set<Verb> verbs(Actor who) {
        guard.require(who, Verb.MANAGE_APPROVALS, Target.server());
        return Set.copyOf(needSecond);
    }

    @Override
    public Set<Verb> possible() {
        return EnumSet.of(Verb.BLINK, Verb.RESET_ADDRESSES, Verb.CALIBRATE);
    }

    @Override
    public List<String> require(Actor who, Set<Verb> verbs) {
        return perform(who, Verb.MANAGE_APPROVALS, "approvals", verbs.toString(), () -> {
            needSecond.clear();
            needSecond.addAll(verbs);
            return List.of();
        });
    }
}
