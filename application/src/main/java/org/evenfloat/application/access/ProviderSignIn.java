// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.evenfloat.application.port.in.SignIn;
import org.evenfloat.application.port.in.SignInElsewhere;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.application.port.out.IdentityProvider;
import org.evenfloat.application.port.out.IdentityProvider.Errand;
import org.evenfloat.application.port.out.IdentityProvider.Person;
import org.evenfloat.application.port.out.SecretSource;
import org.evenfloat.domain.access.GroupRoles;

/**
 * Signs in who comes back from an identity provider. What was begun lives ten minutes, is bound to one browser by a
 * secret in its cookie, and ends with the first who comes back for it, right or wrong. Safe for several threads.
 */
public final class ProviderSignIn implements SignInElsewhere {

    /** How long somebody may stay on the pages of the provider. */
    static final int KEEP_SECONDS = 600;

    /** Most errands at once; the oldest makes room, so that beginning without end costs no memory. */
    static final int MOST = 256;

    private static final int LONGEST_CODE = 2_048;

    private record Pending(Errand errand, long untilMillis) {}

    private final IdentityProvider provider;
    private final GroupRoles roles;
    private final String button;
    private final SecretSource secrets;
    private final Predicate<String> local;
    private final SessionDoor sessions;
    private final InstantSource wallClock;
    private final BiConsumer<String, DirectoryFailure> failures;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    /**
     * @param provider signs people in
     * @param roles what its groups may here
     * @param button what stands on the button
     * @param secrets draws what nobody can guess
     * @param local whether a user of this server has that name, disabled ones too; asked in small letters
     * @param sessions lets somebody in, and writes down who was let in and who was not
     * @param wallClock expiry
     * @param failures is told why the provider could not be asked, for the log
     */
    public ProviderSignIn(
            IdentityProvider provider, GroupRoles roles, String button, SecretSource secrets, Predicate<String> local,
            SessionDoor sessions, InstantSource wallClock, BiConsumer<String, DirectoryFailure> failures) {
        this.provider = provider;
        this.roles = roles;
        this.button = button;
        this.secrets = secrets;
        this.local = local;
        this.sessions = sessions;
        this.wallClock = wallClock;
        this.failures = failures;
    }

    @Override
    public Optional<String> button() {
        return Optional.of(button);
    }

    @Override
    public Begun begin() {
        Errand errand = new Errand(secrets.secret(), secrets.secret(), secrets.secret());
        try {
            String address = provider.address(errand);
            String binding = secrets.secret();
            keep(binding, errand);
            return new Begun(address, binding, KEEP_SECONDS, "");
        } catch (DirectoryFailure failure) {
            failures.accept(provider.name(), failure);
            return new Begun("", "", 0, silent());
        }
    }

    @Override
    public SignIn.Answer finish(String binding, String state, String code, String from) {
        Optional<Errand> errand = take(binding);
        if (errand.isEmpty() || !same(errand.get().state(), state)) {
            return denied("", "This way to sign in was not begun in this browser, or more than " + KEEP_SECONDS / 60
                    + " minutes ago, or was ended already. Begin once more.", from);
        }
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            return denied("", "The identity provider did not sign you in.", from);
        }
        try {
            Optional<Person> person = provider.person(errand.get(), code);
            return person.isPresent() ? admit(person.get(), from)
                    : denied("", "What the identity provider answered proves nothing. Begin once more.", from);
        } catch (DirectoryFailure failure) {
            failures.accept(provider.name(), failure);
            return denied("", silent(), from);
        }
    }

    private SignIn.Answer admit(Person person, String from) {
        Optional<String> name = Guest.name(person.name());
        if (name.isEmpty() || local.test(name.get())) {
            return denied("", "The identity provider calls you by a name that cannot sign in this way. If you are a"
                    + " user of this server, sign in with its password.", from);
        }
        return roles.grants(person.groups())
                .map(grants -> sessions.letIn(Guest.of(name.get(), provider.name(), grants), from))
                .orElseGet(() -> denied(name.get(), DirectorySignIn.noRole(provider.name()), from));
    }

    private SignIn.Answer denied(String name, String sentence, String from) {
        sessions.turnedAway(name, provider.name(), sentence, from);
        return new SignIn.Answer(SignIn.Verdict.DENIED, sentence, "", 0, 0);
    }

    private static String silent() {
        return "The identity provider does not answer at present; users of this server can sign in with their password.";
    }

    private synchronized void keep(String binding, Errand errand) {
        long now = wallClock.millis();
        pending.values().removeIf(each -> now > each.untilMillis());
        if (pending.size() >= MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
        pending.put(binding, new Pending(errand, now + KEEP_SECONDS * 1_000L));
    }

    private synchronized Optional<Errand> take(String binding) {
        return Optional.ofNullable(pending.remove(binding))
                .filter(each -> wallClock.millis() <= each.untilMillis())
                .map(Pending::errand);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
