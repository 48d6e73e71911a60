// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.domain.measure.RelayWord;

/** The relays of a line in memory: notes what they are told and answers as the test has said. */
public final class MemoryRelays implements RelayBus {

    public final List<RelayOrder> orders = new ArrayList<>();
    public final List<String> silences = new ArrayList<>();
    public RelayAnswer answer = new RelayAnswer(Outcome.DONE, 1, "");
    public boolean deaf;

    @Override
    public CompletableFuture<RelayAnswer> order(RelayOrder order) {
        orders.add(order);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void attend() {}

    @Override
    public boolean onSilence(int address, int restMask, int silenceSeconds) throws LineFailure {
        silences.add(address + " " + restMask + " " + silenceSeconds);
        return !deaf;
    }

    @Override
    public Optional<RelayWord> ask(int address) {
        return Optional.empty();
    }

    @Override
    public Optional<RelayWord> last(int address) {
        return Optional.empty();
    }
}
