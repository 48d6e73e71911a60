// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.evenfloat.application.port.in.HandleProtection;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewProtection.GuardedBreaker;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.trip.BreakerPast;
import org.evenfloat.domain.trip.BreakerSight;
import org.evenfloat.domain.trip.ProofPhase;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripPhase;
import org.evenfloat.simulator.room.Room;
import org.evenfloat.simulator.room.Switchgear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people of a demo's room: they test the breakers that shall be opened automatically, close them again, and arm them,
 * as people do it on the page.
 */
final class DemoCrew extends Thread {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCrew.class);
    private static final long LOOK_MILLIS = 20;
    private static final int TRIES = 5;
    /** People who test a breaker take their time. */
    private static final double WORKING_SPEED = 30;
    private static final Actor CREW =
            new Actor(Actor.Kind.CONSOLE, "the crew of the demo", "console", Grants.of(Role.SAFETY));

    private final Room room;
    private final double speed;
    private final ViewProtection view;
    private final HandleProtection protection;
    private final CountDownLatch stop;

    /**
     * @param speed at which the room goes on when their work is done, 0 for that of its story
     * @param stop counts down when the demo ends
     */
    DemoCrew(Room room, double speed, ViewProtection view, HandleProtection protection, CountDownLatch stop) {
        super("demo-crew");
        setDaemon(true);
        this.room = room;
        this.speed = speed;
        this.view = view;
        this.protection = protection;
        this.stop = stop;
    }

    @Override
    public void run() {
        List<String> wanted = room.scenario().switchgear().breakers().stream()
                .filter(Switchgear.Breaker::armed).map(Switchgear.Breaker::id).toList();
        if (wanted.isEmpty()) {
            return;
        }
        room.speed(WORKING_SPEED);
        try {
            for (String breaker : wanted) {
                for (int i = 0; i < TRIES && !arm(breaker); i++) {
                    LOG.info("Breaker {} is tested once more", breaker);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            room.speed(speed);
        }
    }

    private boolean arm(String breaker) throws InterruptedException {
        await(breaker, seen -> seen.sight() == BreakerSight.CLOSED && seen.cannotTrip().isEmpty()
                && seen.phase() == TripPhase.WATCHING && seen.proof() == ProofPhase.NONE);
        int before = past(breaker).proofs().size();
        HandleProtection.Outcome begun = protection.prove(CREW, breaker, breaker);
        if (begun.done()) {
            while (past(breaker).proofs().size() == before) { // each of its relays opens it once
                if (find(breaker).filter(seen -> seen.proof() == ProofPhase.CLOSING).isPresent()) {
                    room.closeBreaker(breaker);
                }
                pause();
            }
        } else {
            pause();
        }
        protection.arm(CREW, breaker, past(breaker).wouldHaveOpened(), "so that the story can be seen to its end");
        return find(breaker).filter(now -> now.mode() == TripMode.ARMED).isPresent();
    }

    /** Lets the room go on for a moment; people do not look all the time. */
    private void pause() throws InterruptedException {
        if (stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the demo ends");
        }
    }

    private BreakerPast past(String breaker) {
        return view.past(breaker).orElseThrow();
    }

    private void await(String breaker, Predicate<GuardedBreaker> so) throws InterruptedException {
        while (find(breaker).filter(so).isEmpty()) {
            pause();
        }
    }

    private Optional<GuardedBreaker> find(String breaker) {
        return view.breakers().stream().filter(each -> each.breaker().equals(breaker)).findFirst();
    }
}
