// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.commissioning;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.evenfloat.application.port.in.LineWorkReport.CheckedDevice;
import org.evenfloat.application.port.in.LineWorkReport.Progress;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;

/** Sends test patterns to every expected device, round by round, so that a disturbance meets all of them alike. */
final class LineCheck implements LineTask {

    private static final long PAUSE_MILLIS = 5;
    private static final int NAMED = 5;

    private final ExpectedDevices expected;
    private final int rounds;
    private final LongSupplier nanoTime;
    private final EchoTally[] tallies;
    private List<CheckedDevice> counted;
    private int done;

    LineCheck(ExpectedDevices expected, int rounds, LongSupplier nanoTime) {
        this.expected = expected;
        this.rounds = rounds;
        this.nanoTime = nanoTime;
        this.tallies = Arrays.stream(expected.addresses())
                .mapToObj(address -> new EchoTally(address, expected.subject(address))).toArray(EchoTally[]::new);
        count();
    }

    private int total() {
        return rounds * tallies.length;
    }

    @Override
    public long step(ModuleBus bus) throws LineFailure {
        if (done < total()) {
            tallies[done % tallies.length].echo(bus, nanoTime);
            done++;
        }
        // The whole list is written down once a round only: it is as long as the line.
        if (tallies.length == 0 || done % tallies.length == 0) {
            count();
        }
        return done < total() ? PAUSE_MILLIS : DONE;
    }

    private void count() {
        counted = Arrays.stream(tallies).map(EchoTally::counts).toList();
    }

    @Override
    public Progress progress() {
        return new Progress(done, total(), text(), null, null, List.of(), counted, List.of());
    }

    private String text() {
        if (done < total()) {
            return "Line " + expected.line() + ": round " + (done / tallies.length + 1) + " of " + rounds + ", " + done
                    + " of " + total() + " test patterns sent.";
        }
        List<CheckedDevice> bad = counted.stream().filter(device -> device.good() < device.sent()).toList();
        String sent = "Line " + expected.line() + ": " + tallies.length + " devices tested with " + rounds
                + " patterns each";
        if (bad.isEmpty()) {
            return sent + "; all came back unchanged.";
        }
        return sent + "; " + bad.size() + " with losses, check their cables and terminals: "
                + bad.stream().limit(NAMED).map(CheckedDevice::subject).collect(Collectors.joining(", "))
                + (bad.size() > NAMED ? " and others." : ".");
    }
}
