// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.threads;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.evenfloat.application.alarm.AlarmDesk;
import org.evenfloat.application.alarm.AlarmOutbox;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.AlarmStore;
import org.evenfloat.application.port.out.AlarmStoreFailure;
import org.evenfloat.application.port.out.ContactFailure;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.alarm.AlarmMemento;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the alarms: writes records and what stands to the disk, and shows the general alarm to relay and buzzer. The
 * only thread that waits for any of them. It takes no part in simulated time: what it does decides nothing.
 */
public final class AlarmThread extends ServerThread {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmThread.class);

    /** Looks again this often, woken or not: relay and buzzer follow the time too, and a full disk is tried again. */
    private static final long LOOK_MILLIS = 1_000;

    private static final int RECORDS_AT_ONCE = 1_000;

    /** Whoever did something waits so long for the disk before he is told that it is not kept. */
    private static final long PATIENCE_MILLIS = 3_000;

    private final AlarmDesk desk;
    private final AlarmOutbox outbox;
    private final Supplier<List<AlarmMemento.Pending>> pending;
    private final AlarmStore store;
    private final List<AlarmContact> contacts;
    private final Runnable chores;
    private final MonotonicClock monotonic;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition kept = lock.newCondition();
    private boolean wake;
    private boolean ending;
    private long keptVersion;
    private List<AlarmMemento.Pending> keptPending = List.of();
    private boolean failing;
    private boolean shownRelay;
    private boolean shownBuzzer;
    private boolean shown;
    private boolean contactFailing;
    private volatile boolean releasing;
    private volatile boolean released;

    /**
     * @param pending what is on its way
     * @param contacts relays and buzzers; may be none
     * @param chores what else has to be done now and then by somebody who may wait for a disk
     */
    public AlarmThread(
            AlarmDesk desk, AlarmOutbox outbox, Supplier<List<AlarmMemento.Pending>> pending, AlarmStore store,
            List<AlarmContact> contacts, Runnable chores, MonotonicClock monotonic) {
        super("alarms");
        this.desk = desk;
        this.outbox = outbox;
        this.pending = pending;
        this.store = store;
        this.contacts = List.copyOf(contacts);
        this.chores = chores;
        this.monotonic = monotonic;
    }

    /** Says that something has changed; never waits for the disk. */
    public void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything up to now is on the disk, a few seconds at most; false when it is not. */
    public boolean keptByNow() {
        long wanted = desk.version();
        wake();
        long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        lock.lock();
        try {
            while (keptVersion < wanted && left > 0 && !ending) {
                left = kept.awaitNanos(left);
            }
            return keptVersion >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    void work() throws InterruptedException {
        boolean more = true;
        while (more) {
            more = await();
            chores.run();
            write();
            show();
        }
        releasing = true; // a server that has stopped holds no relay
        show();
    }

    private boolean await() throws InterruptedException {
        lock.lock();
        try {
            if (!wake && !ending) {
                woken.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            wake = false;
            return !ending;
        } finally {
            lock.unlock();
        }
    }

    /** What happened until the end is still written. */
    @Override
    void end() {
        lock.lock();
        try {
            ending = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            for (List<AlarmRecord> records = outbox.oldest(RECORDS_AT_ONCE); !records.isEmpty();
                    records = outbox.oldest(RECORDS_AT_ONCE)) {
                store.append(records);
                outbox.written(records);
            }
            keep();
            works();
        } catch (AlarmStoreFailure failure) {
            fails(failure.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("Internal fault while keeping alarms", fault);
        }
    }

    private void keep() throws AlarmStoreFailure {
        long version = desk.version();
        List<AlarmMemento.Pending> onItsWay = pending.get();
        if (version != keptVersion || !onItsWay.equals(keptPending)) {
            store.keep(desk.memento(onItsWay));
            keptPending = onItsWay;
            lock.lock();
            try {
                keptVersion = version;
                kept.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void works() {
        if (failing) {
            failing = false;
            LOG.info("Alarms are kept again");
            desk.failing("");
        }
    }

    private void fails(String why) {
        if (!failing) {
            failing = true;
            LOG.warn("Alarms cannot be kept: {}", why);
            desk.failing(why);
        }
    }

    private void show() {
        if (released) {
            return;
        }
        boolean last = releasing;
        show(last ? new boolean[] {false, false} : desk.contacts(monotonic.millis()));
        if (last) {
            lock.lock();
            try {
                released = true;
                kept.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Releases relay and buzzer for good, before the lines end that they may hang on; waits a few seconds at most. */
    public void release() {
        releasing = true;
        wake();
        long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        lock.lock();
        try {
            while (!released && left > 0 && !ending && runs()) {
                left = kept.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void show(boolean[] now) {
        boolean stands = contacts.stream().allMatch(AlarmContact::stands);
        if (shown && stands && now[0] == shownRelay && now[1] == shownBuzzer) {
            return;
        }
        boolean good = true;
        shownRelay = now[0];
        shownBuzzer = now[1];
        for (AlarmContact contact : contacts) {
            try {
                contact.show(now[0], now[1]);
            } catch (ContactFailure failure) {
                good = false; // tried again with the next look
                if (!contactFailing) {
                    LOG.warn("{}: {}", contact.name(), failure.getMessage());
                }
            }
        }
        shown = good;
        contactFailing = !good;
    }
}
