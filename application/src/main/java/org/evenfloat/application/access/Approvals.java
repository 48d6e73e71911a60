// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenfloat.application.port.in.ApproveRequests;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.AuditEntry.Outcome;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;

/**
 * What waits for a second person. Requests are few, live for a quarter of an hour, and are forgotten by a restart:
 * what nobody approved was not done. Safe for several threads.
 */
public final class Approvals implements ApproveRequests {

    /** How long a request waits. */
    static final long WAIT_MILLIS = 15 * 60_000;

    /** Most requests that are remembered, answered ones included; the oldest answered one makes room. */
    static final int MOST = 64;

    private final Predicate<Verb> policy;
    private final Witness witness;
    private final InstantSource wallClock;
    private final Map<Long, Pending> requests = new LinkedHashMap<>();
    private long last;

    private record Pending(Request request, Actor who, Target target, Function<Actor, Deed> action) {

        Pending with(State state, String by, String told) {
            Request was = request;
            return new Pending(new Request(
                    was.id(), was.who(), was.verb(), was.target(), was.wanted(), was.askedAtMillis(),
                    was.untilMillis(), state, by, told), who, target, null);
        }
    }

    /**
     * @param policy which verbs need a second person; asked each time
     * @param witness writes down
     * @param wallClock stamps and expiry
     */
    public Approvals(Predicate<Verb> policy, Witness witness, InstantSource wallClock) {
        this.policy = policy;
        this.witness = witness;
        this.wallClock = wallClock;
    }

    /** Returns whether a verb needs a second person. */
    boolean needed(Verb verb) {
        return policy.test(verb);
    }

    /**
     * Notes a request and returns its number.
     *
     * @param action does it; told who has approved it
     */
    synchronized long ask(Actor who, Verb verb, Target target, String wanted, Function<Actor, Deed> action) {
        expire();
        if (requests.size() >= MOST) {
            long victim = requests.values().stream()
                    .filter(pending -> pending.request().state() != State.WAITING)
                    .map(pending -> pending.request().id())
                    .findFirst()
                    .orElseThrow(() -> new NotAllowed(
                            MOST + " requests wait for a second person already; answer some of them.", verb.least()));
            requests.remove(victim);
        }
        long now = wallClock.millis();
        long id = ++last;
        Request request = new Request(
                id, who.name(), verb, target.toString(), wanted, now, now + WAIT_MILLIS, State.WAITING, "", "");
        witness.write(who, verb, target, Outcome.WAITING, Deed.done(wanted));
        requests.put(id, new Pending(request, who, target, action));
        return id;
    }

    @Override
    public synchronized List<Request> requests() {
        expire();
        List<Request> all = new ArrayList<>();
        requests.values().forEach(pending -> all.add(pending.request()));
        all.sort(Comparator.comparingLong(Request::id).reversed());
        return all;
    }

    @Override
    public Optional<Request> approve(Actor by, long id) {
        Pending pending = taken(by, id, false);
        if (pending == null) {
            return Optional.empty();
        }
        Verb verb = pending.request().verb();
        witness.write(by, verb, pending.target(), Outcome.APPROVED,
                Deed.done(pending.request().wanted() + ", asked for by " + pending.who().name()));
        Pending done;
        try {
            Deed deed = witness.watch(
                    pending.who(), verb, pending.target(), () -> pending.action().apply(by), told -> told);
            done = pending.with(deed.done() ? State.DONE : State.FAILED, by.name(), deed.after());
        } catch (RuntimeException failure) {
            done = pending.with(State.FAILED, by.name(), String.valueOf(failure.getMessage()));
        }
        return Optional.of(keep(done));
    }

    @Override
    public Optional<Request> refuse(Actor by, long id) {
        Pending pending = taken(by, id, true);
        if (pending == null) {
            return Optional.empty();
        }
        witness.write(by, pending.request().verb(), pending.target(), Outcome.REFUSED,
                Deed.failed(pending.request().wanted() + ", asked for by " + pending.who().name()));
        return Optional.of(keep(pending.with(State.REFUSED, by.name(), "")));
    }

    private synchronized Request keep(Pending answered) {
        requests.put(answered.request().id(), answered);
        return answered.request();
    }

    /** Takes a waiting request out, so that it is answered once. */
    private synchronized Pending taken(Actor by, long id, boolean refusing) {
        expire();
        Pending pending = requests.get(id);
        if (pending == null || pending.request().state() != State.WAITING) {
            return null;
        }
        boolean own = by.kind() == pending.who().kind() && by.name().equals(pending.who().name());
        Verb verb = pending.request().verb();
        boolean may = Guard.may(by, verb, pending.target()) && by.kind() == Actor.Kind.PERSON;
        if (refusing ? !own && !may : own || !may) {
            String why = own ? by.name() + " wants this and so cannot approve it: it takes another person."
                    : by.name() + " may not approve or refuse this: it takes a person with the role "
                            + verb.least().word() + ".";
            witness.write(by, Verb.APPROVE, pending.target(), Outcome.DENIED, Deed.failed(why));
            throw new NotAllowed(why, verb.least());
        }
        requests.remove(id);
        return pending;
    }

    private void expire() {
        long now = wallClock.millis();
        requests.replaceAll((id, pending) ->
                pending.request().state() == State.WAITING && now > pending.request().untilMillis()
                        ? pending.with(State.EXPIRED, "", "Nobody approved it in time.") : pending);
    }
}
