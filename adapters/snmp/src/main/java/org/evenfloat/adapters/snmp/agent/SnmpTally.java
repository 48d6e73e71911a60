// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenfloat.application.northbound.ClientTable;
import org.evenfloat.application.northbound.ClientTally;
import org.evenfloat.application.northbound.LastTrouble;
import org.evenfloat.application.northbound.ProtocolStatus;

/** Counts what the agent does, for people. Safe for several threads. */
public final class SnmpTally {

    private final Counters counters;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong sets = new AtomicLong();
    private final AtomicLong traps = new AtomicLong();
    private final AtomicLong informs = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong unacknowledged = new AtomicLong();
    private final LastTrouble last = new LastTrouble();
    private final ClientTable clients = new ClientTable();
    private volatile Newest newest;

    /** Who asked last and most often asks next: his tally is found without looking. */
    private record Newest(InetAddress address, int version, String name, ClientTally tally) {

        boolean is(InetAddress other, int otherVersion, String otherName) {
            return version == otherVersion && name.equals(otherName) && (address == other || address.equals(other));
        }
    }

    SnmpTally(Counters counters) {
        this.counters = counters;
    }

    void asked(InetAddress address, int version, String name) {
        requests.incrementAndGet();
        long now = System.nanoTime();
        Newest client = newest;
        if (client == null || !client.is(address, version, name)) {
            client = new Newest(address, version, name, clients.of(address.getHostAddress(), name, how(version), now));
            newest = client;
        }
        client.tally().answered(1, 0, now);
    }

    private static String how(int version) {
        return version == Request.V1 ? "v1" : version == Request.V2C ? "v2c" : "v3";
    }

    void answered() {
        answers.incrementAndGet();
    }

    void set() {
        sets.incrementAndGet();
    }

    void trapSent() {
        traps.incrementAndGet();
    }

    void informSent() {
        informs.incrementAndGet();
    }

    void dropped(String why) {
        dropped.incrementAndGet();
        wrong(why);
    }

    void unacknowledged(String why) {
        unacknowledged.incrementAndGet();
        wrong(why);
    }

    void failed(String why) {
        wrong(why);
    }

    private void wrong(String text) {
        last.happened(text, System.nanoTime());
    }

    /** Returns requests that were taken in since the start. */
    public long requests() {
        return requests.get();
    }

    /** Returns answers that were sent, those that say what is wrong among them. */
    public long answers() {
        return answers.get();
    }

    /** Returns messages with a community that is none, or from where it is not taken. */
    public long badCommunities() {
        return counters.of(Counter.BAD_COMMUNITY_NAMES);
    }

    /** Returns messages of users that there are not, or from where they are not taken. */
    public long unknownUsers() {
        return counters.of(Counter.UNKNOWN_USER_NAMES);
    }

    /** Returns messages with a wrong digest, or that were not as safe as the user has to be. */
    public long wrongDigests() {
        return counters.of(Counter.WRONG_DIGESTS) + counters.of(Counter.UNSUPPORTED_LEVELS);
    }

    /** Returns messages that could not be understood. */
    public long parseErrors() {
        return counters.of(Counter.PARSE_ERRORS);
    }

    /** Returns sets that asked for something. */
    public long sets() {
        return sets.get();
    }

    /** Returns traps that were sent. */
    public long trapsSent() {
        return traps.get();
    }

    /** Returns informs that were sent, repetitions not counted. */
    public long informsSent() {
        return informs.get();
    }

    /** Returns notifications that were never sent, because too many waited or the receiver could not be found. */
    public long notificationsDropped() {
        return dropped.get();
    }

    /** Returns informs that nobody confirmed. */
    public long unacknowledged() {
        return unacknowledged.get();
    }

    /** Returns who has asked, the latest first. */
    public List<ProtocolStatus.Client> clients() {
        return clients.told(System.nanoTime());
    }

    /** Returns the last thing that went wrong, for people; empty for nothing. */
    public String lastError() {
        return last.text();
    }

    /** Returns the same with how long ago it was. */
    public Optional<ProtocolStatus.Trouble> trouble() {
        return last.told(System.nanoTime());
    }
}
