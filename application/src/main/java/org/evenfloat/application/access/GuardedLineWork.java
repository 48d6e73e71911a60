// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.evenfloat.application.port.in.LineOrder;
import org.evenfloat.application.port.in.LineWorkReport;
import org.evenfloat.application.port.in.WorkOnLines;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Site;

/** Work on lines, for those who may. A line belongs to every string that has a module on it. */
public final class GuardedLineWork implements WorkOnLines {

    private final Guard guard;
    private final Site site;
    private final WorkOnLines work;

    public GuardedLineWork(Guard guard, Site site, WorkOnLines work) {
        this.guard = guard;
        this.site = site;
        this.work = work;
    }

    @Override
    public Optional<LineWorkReport> work(String line) {
        return work.work(line);
    }

    @Override
    public Outcome start(Actor who, String line, LineOrder order) {
        return perform(who, verb(order), line, order.toString(), () -> work.start(who, line, order));
    }

    private static Verb verb(LineOrder order) {
        if (order instanceof LineOrder.Reset) {
            return Verb.RESET_ADDRESSES;
        }
        return order instanceof LineOrder.Addressing ? Verb.ADDRESS_MODULES : Verb.WORK_ON_LINE;
    }

    @Override
    public void stop(Actor who, String line) {
        perform(who, Verb.STOP_LINE_WORK, line, "stop", () -> {
            work.stop(who, line);
            return new Outcome(Verdict.DONE, "Ended.");
        });
    }

    @Override
    public Outcome blink(Actor who, String line, int address, int seconds) {
        return perform(who, Verb.BLINK, line, "address " + address + " for " + seconds + " s",
                () -> work.blink(who, line, address, seconds));
    }

    @Override
    public Outcome assign(Actor who, String line, long serial, int address) {
        return perform(who, Verb.ADDRESS_MODULES, line, String.format("module %08X to address %d", serial, address),
                () -> work.assign(who, line, serial, address));
    }

    private Outcome perform(Actor who, Verb verb, String line, String wanted, Supplier<Outcome> action) {
        return guard.perform(who, verb, new Target("line", line, strings(line)), wanted, action,
                outcome -> outcome.verdict() == Verdict.DONE ? Deed.done(wanted + ": " + outcome.sentence())
                        : Deed.failed(wanted + ": " + outcome.sentence()));
    }

    private Set<String> strings(String line) {
        Set<String> strings = new LinkedHashSet<>();
        site.strings()
                .filter(string -> string.blocks().stream().anyMatch(block -> block.module().line().equals(line)))
                .map(BatteryString::id)
                .forEach(strings::add);
        return strings;
    }
}
