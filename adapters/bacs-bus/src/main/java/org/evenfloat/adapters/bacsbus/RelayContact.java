// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.evenfloat.application.port.out.AlarmContact;
import org.evenfloat.application.port.out.ContactFailure;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.application.port.out.RelayOrder.Action;

/**
 * A relay and a buzzer that are relays of modules on a line. The relay is energised while all is well: without power,
 * without a bus and without a server it shows the alarm. A module that has started anew is told again.
 */
public final class RelayContact implements AlarmContact {

    private final List<Coil> coils = new ArrayList<>();

    /**
     * One relay.
     *
     * @param name what people call it, such as {@code AUX1/4}
     * @param bus relays of its line
     * @param wake lets the thread that owns the line attend to an order
     * @param address bus address of its module
     * @param relay its number there, 1 to 4
     */
    public record Output(String name, RelayBus bus, Runnable wake, int address, int relay) {}

    /**
     * @param relay energised while all is well
     * @param buzzer energised while it sounds
     */
    public RelayContact(Optional<Output> relay, Optional<Output> buzzer) {
        relay.ifPresent(output -> coils.add(new Coil("relay", output, true)));
        buzzer.ifPresent(output -> coils.add(new Coil("buzzer", output, false)));
    }

    private static final class Coil {

        private final String what;
        private final Output output;
        private final boolean isRelay;
        private volatile boolean wanted;
        private RelayAnswer silence;

        private Coil(String what, Output output, boolean isRelay) {
            this.what = what;
            this.output = output;
            this.isRelay = isRelay;
        }

        private CompletableFuture<RelayAnswer> order(boolean energised) {
            boolean again = wanted == energised;
            wanted = energised;
            if (again && silence != null && output.bus.last(output.address).isEmpty()) {
                // The sweeps see when it is back; until then it costs the line nothing more.
                return CompletableFuture.completedFuture(silence);
            }
            CompletableFuture<RelayAnswer> answer = output.bus.order(new RelayOrder(
                    output.address, output.relay, energised ? Action.ON : Action.OFF, 0));
            output.wake.run();
            return answer;
        }

        private RelayAnswer told(RelayAnswer answer) {
            silence = answer.outcome() == Outcome.SILENT ? answer : null;
            return answer;
        }

        private boolean stands() {
            return output.bus.last(output.address).filter(word -> word.isEnergised(output.relay) == wanted).isPresent();
        }
    }

    @Override
    public String name() {
        return String.join(", ", coils.stream().map(coil -> coil.what + " " + coil.output.name).toList());
    }

    @Override
    public void show(boolean relayHolds, boolean buzzes) throws ContactFailure {
        List<CompletableFuture<RelayAnswer>> answers = coils.stream()
                .map(coil -> coil.order(coil.isRelay ? relayHolds : buzzes)).toList();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            RelayAnswer answer = coils.get(i).told(await(answers.get(i)));
            if (!answer.done()) {
                failures.add("The " + coils.get(i).what + " " + coils.get(i).output.name + " cannot be set: "
                        + answer.why());
            }
        }
        if (!failures.isEmpty()) {
            throw new ContactFailure(String.join(". ", failures) + ".", null);
        }
    }

    @Override
    public boolean stands() {
        return coils.stream().allMatch(Coil::stands);
    }

    /** The bus itself bounds the wait; the limit here is for a bus that breaks its word. */
    private static RelayAnswer await(CompletableFuture<RelayAnswer> answer) {
        try {
            return answer.get(2L * RelayBus.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RelayAnswer(Outcome.SILENT, 0, "the server is stopping");
        } catch (ExecutionException | TimeoutException fault) {
            return new RelayAnswer(Outcome.SILENT, 0, "the bus has given no answer (" + fault + ")");
        }
    }
}
