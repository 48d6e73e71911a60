// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.application.protection.BreakerDeeds;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.TripMode;

/** What people do about breakers and their guards, for those who may, with a reason. */
public final class GuardedProtection implements HandleProtection {

    private static final int LONGEST_VETO_MINUTES = 30;

    private final Guard guard;
    private final ViewProtection view;
    private final BreakerDeeds deeds;
    private final InstantSource wallClock;

    public GuardedProtection(Guard guard, ViewProtection view, BreakerDeeds deeds, InstantSource wallClock) {
        this.guard = guard;
        this.view = view;
        this.deeds = deeds;
        this.wallClock = wallClock;
    }

    @Override
    public Outcome trip(Actor who, String breaker, String confirmed, String reason) {
        List<String> problems = new ArrayList<>(reason(reason));
        confirm(breaker, confirmed, problems);
        return perform(who, Verb.TRIP_BREAKER, breaker, "open it: " + reason, problems,
                "Breaker " + breaker + " is being opened.", () -> deeds.trip(breaker, who.name(), reason));
    }

    @Override
    public Outcome veto(Actor who, String breaker, int minutes, String reason) {
        List<String> problems = new ArrayList<>(reason(reason));
        if (minutes < 1 || minutes > LONGEST_VETO_MINUTES) {
            problems.add("minutes: " + minutes + " - 1 to " + LONGEST_VETO_MINUTES);
        }
        return perform(who, Verb.VETO_TRIP, breaker, "put its trip off for " + minutes + " min: " + reason, problems,
                "The trip of breaker " + breaker + " is put off for " + minutes + " min, once.",
                () -> deeds.veto(breaker, who.name(), minutes * 60_000L, reason));
    }

    @Override
    public Outcome release(Actor who, String breaker, String reason) {
        List<String> problems = new ArrayList<>(reason(reason));
        Optional<GuardedBreaker> known = find(breaker);
        if (known.isEmpty()) {
            problems.add(0, unknown(breaker));
        }
        if (!problems.isEmpty()) {
            guard.require(who, Verb.RELEASE_BREAKER, target(breaker));
            return new Outcome(false, String.join("; ", problems));
        }
        guard.performByTwo(who, Verb.RELEASE_BREAKER, target(breaker), "release it: " + reason, second -> {
            Optional<String> refused = deeds.release(breaker, who.name(), second.name(), reason);
            return refused.map(Deed::failed)
                    .orElseGet(() -> Deed.done("Breaker " + breaker + " is watched again. Close it by hand."));
        });
        throw new IllegalStateException("release of " + breaker + ": done by one person - two");
    }

    @Override
    public Outcome arm(Actor who, String breaker, int seen, String reason) {
        List<String> problems = new ArrayList<>(reason(reason));
        find(breaker).ifPresent(each -> mayArm(each, seen, problems));
        return mode(who, Verb.ARM_BREAKER, breaker, TripMode.ARMED, "arm it: " + reason, reason, problems,
                "Breaker " + breaker + " is armed: it is opened when a string runs away.");
    }

    private void mayArm(GuardedBreaker breaker, int seen, List<String> problems) {
        int would = view.past(breaker.breaker()).map(BreakerPast::wouldHaveOpened).orElse(0);
        if (seen != would) {
            problems.add("seen: " + seen + " - " + would + ", as often as it would have been opened in shadow mode:"
                    + " read that list first");
        }
        if (breaker.proofDueMillis() == 0) {
            problems.add("breaker " + breaker.breaker() + ": no proof test was passed - make one first");
        } else if (breaker.proofDueMillis() < wallClock.millis()) {
            problems.add("breaker " + breaker.breaker() + ": its proof test is overdue - make one first");
        }
        breaker.cannotTrip().forEach(why -> problems.add("breaker " + breaker.breaker() + ": " + why));
    }

    @Override
    public Outcome shadow(Actor who, String breaker, String reason) {
        return mode(who, Verb.DISARM_BREAKER, breaker, TripMode.SHADOW, "shadow mode: " + reason, reason,
                new ArrayList<>(reason(reason)),
                "Breaker " + breaker + " is in shadow mode: it is only told what would be done.");
    }

    @Override
    public Outcome disarm(Actor who, String breaker, String reason) {
        return mode(who, Verb.DISARM_BREAKER, breaker, TripMode.DISARMED, "disarm it: " + reason, reason,
                new ArrayList<>(reason(reason)),
                "Breaker " + breaker + " is disarmed: nothing opens it but a person.");
    }

    private Outcome mode(
            Actor who, Verb verb, String breaker, TripMode mode, String wanted, String reason, List<String> problems,
            String done) {
        return perform(who, verb, breaker, wanted, problems, done,
                () -> deeds.mode(breaker, mode, who.name(), reason));
    }

    @Override
    public Outcome prove(Actor who, String breaker, String confirmed) {
        List<String> problems = new ArrayList<>();
        confirm(breaker, confirmed, problems);
        return perform(who, Verb.PROVE_BREAKER, breaker, "proof test", problems,
                "The proof test of breaker " + breaker + " has begun: it opens now. Close it by hand afterwards.",
                () -> deeds.prove(breaker, who.name()));
    }

    @Override
    public Outcome saw(Actor who, String breaker, boolean opened) {
        return perform(who, Verb.PROVE_BREAKER, breaker, opened ? "saw it open" : "did not see it open", List.of(),
                "Noted.", () -> deeds.saw(breaker, opened));
    }

    @Override
    public Outcome abandon(Actor who, String breaker) {
        return perform(who, Verb.PROVE_BREAKER, breaker, "end its proof test", List.of(),
                "The proof test of breaker " + breaker + " is ended; it does not count. Close the breaker if it is open.",
                () -> deeds.abandon(breaker, who.name()));
    }

    @Override
    public Outcome learnAnew(Actor who, String string, String reason) {
        List<String> problems = new ArrayList<>(reason(reason));
        if (view.strings().stream().noneMatch(each -> each.string().equals(string))) {
            problems.add(0, "string: " + string + " - a string of the site");
        }
        Target target = new Target("string", string, Set.of(string));
        return perform(who, Verb.LEARN_ANEW, target, "learn anew: " + reason, problems,
                "The guard of string " + string + " learns anew from the next 12 h in float; what it knows counts until"
                        + " then.",
                () -> deeds.learnAnew(string, who.name()));
    }

    private Outcome perform(
            Actor who, Verb verb, String breaker, String wanted, List<String> problems, String done,
            Supplier<Optional<String>> deed) {
        List<String> all = new ArrayList<>(problems);
        if (find(breaker).isEmpty()) {
            all.add(0, unknown(breaker));
        }
        return perform(who, verb, target(breaker), wanted, all, done, deed);
    }

    private Outcome perform(
            Actor who, Verb verb, Target target, String wanted, List<String> problems, String done,
            Supplier<Optional<String>> deed) {
        if (!problems.isEmpty()) {
            guard.require(who, verb, target);
            return new Outcome(false, String.join("; ", problems));
        }
        return guard.perform(who, verb, target, wanted,
                () -> deed.get().map(why -> new Outcome(false, why)).orElseGet(() -> new Outcome(true, done)),
                outcome -> outcome.done() ? Deed.done(wanted) : Deed.failed(wanted + ": " + outcome.sentence()));
    }

    private Optional<GuardedBreaker> find(String breaker) {
        return view.breakers().stream().filter(each -> each.breaker().equals(breaker)).findFirst();
    }

    private Target target(String breaker) {
        return new Target("breaker", breaker, find(breaker).map(each -> Set.copyOf(each.strings())).orElse(Set.of()));
    }

    private static String unknown(String breaker) {
        return "breaker: " + breaker + " - a breaker of the site file";
    }

    private static void confirm(String breaker, String confirmed, List<String> problems) {
        if (!breaker.equals(confirmed)) {
            problems.add("confirm: '" + confirmed + "' - " + breaker + ", the id of the breaker, typed once more");
        }
    }

    private static List<String> reason(String reason) {
        if (reason.isBlank()) {
            return List.of("reason: nothing - 1 to " + LONGEST_REASON + " characters that say why");
        }
        return reason.length() > LONGEST_REASON
                ? List.of("reason: " + reason.length() + " characters - 1 to " + LONGEST_REASON) : List.of();
    }
}
