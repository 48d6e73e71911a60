// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenfloat.application.access.DirectorySignIn;
import org.evenfloat.application.access.Guard;
import org.evenfloat.application.access.SessionDoor;
import org.evenfloat.application.access.Witness;
import org.evenfloat.application.port.in.ManageUsers;
import org.evenfloat.application.port.in.OwnAccess;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.application.port.out.PasswordHash;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.application.port.out.SessionStore;

/** Users, passwords, sessions and tokens of one server, put together. */
public final class Accounts {

    private final FrontDoor signIn;
    private final Predicate<String> local;
    private final ManageUsers manageUsers;
    private final OwnAccess ownAccess;

    /**
     * What accounts are kept in and made with.
     *
     * @param book users and tokens
     * @param sessions who is signed in
     * @param hash of passwords
     * @param secrets of sessions, tokens and second factors
     */
    public record Stores(AccessStore book, SessionStore sessions, PasswordHash hash, SecretSource secrets) {}

    /**
     * @param guard decides about and writes down what is changed
     * @param witness writes down who comes and goes
     * @param claimCode makes the first administrator
     * @param wallClock real time, also in a simulation: it is about people and their authenticators
     * @param monotonic real time too
     * @param strings ids of the strings that roles can be given for
     * @param site name of the site, which authenticators show
     * @param directories makes, for the names that users of this server have, who is asked about all others
     */
    public Accounts(
            Stores stores, Guard guard, Witness witness, ClaimCode claimCode, InstantSource wallClock,
            MonotonicClock monotonic, Set<String> strings, String site,
            Function<Predicate<String>, DirectorySignIn> directories) {
        Books books = new Books(stores.book());
        local = name -> books.bookForStrangers().user(name).isPresent();
        Passwords passwords = new Passwords(stores.hash());
        SecondFactors factors = new SecondFactors(wallClock);
        Attempts attempts = new Attempts(
                passwords, factors, new LockOut(monotonic), directories.apply(local), witness);
        Sessions sessions = new Sessions(stores.sessions(), stores.secrets(), wallClock);
        signIn = new FrontDoor(books, passwords, attempts, sessions, claimCode, witness, wallClock);
        manageUsers = new AccountsOffice(
                new UserRegister(guard, books, passwords, wallClock, strings),
                new TokenRegister(guard, books, stores.secrets(), wallClock, strings),
                new SessionRegister(guard, books, sessions));
        ownAccess = new OwnDesk(
                guard, books, passwords, attempts, factors, sessions, stores.secrets(), wallClock, site);
    }

    public SignIn signIn() {
        return signIn;
    }

    /** Returns where those come in who have shown elsewhere who they are. */
    public SessionDoor sessionDoor() {
        return signIn;
    }

    /** Returns whether a user of this server has a name, disabled ones too; asked in small letters. */
    public Predicate<String> local() {
        return local;
    }

    public ManageUsers manageUsers() {
        return manageUsers;
    }

    public OwnAccess ownAccess() {
        return ownAccess;
    }
}
