// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.ModuleBus;
import org.evenfloat.application.port.out.RelayAnswer;
import org.evenfloat.application.port.out.RelayAnswer.Outcome;
import org.evenfloat.application.port.out.RelayBus;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.application.port.out.RelayOrder.Action;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link RelayBus} does. Modules 1 to 4 and a relay module 7 hang on the line. */
@Timeout(60)
public abstract class RelayBusContract {

    private static final int AUX = 7;
    private static final int RECOVERY_SECONDS = 15;
    private static final int[] MODULES = {1, 2, 3, 4};
    private static final LineRoster ROSTER = Rosters.of(MODULES, List.of(Rosters.relays(AUX)));

    private LineRig rig;
    private ModuleBus bus;
    private RelayBus relays;

    /** Puts up a line with those devices and a bus on it that knows that roster. */
    protected abstract LineRig rig(List<RigDevice> devices, LineRoster roster) throws Exception;

    @BeforeEach
    final void putUp() throws Exception {
        List<RigDevice> devices = new ArrayList<>();
        IntStream.of(MODULES).forEach(address -> devices.add(RigDevice.module(address)));
        devices.add(new RigDevice(0xC0000001L, AUX, RigDevice.RELAY_MODULE, 0, 0));
        rig = rig(devices, ROSTER);
        bus = rig.bus();
        relays = bus.relays();
    }

    @AfterEach
    final void takeDown() throws Exception {
        rig.close();
    }

    private RelayAnswer ordered(int relay, Action action, int pulseMillis) throws Exception {
        CompletableFuture<RelayAnswer> answer = relays.order(new RelayOrder(AUX, relay, action, pulseMillis));
        relays.attend();
        return answer.get(RelayBus.PATIENCE_MILLIS + 1_000, TimeUnit.MILLISECONDS);
    }

    private SweepImage sweep(Runnable betweenFrames) throws LineFailure {
        SweepFill fill = SweepFill.first(ROSTER);
        bus.sweep(fill, betweenFrames);
        return fill.freeze();
    }

    @Test
    void aRelayIsEnergisedAndReleased() throws Exception {
        RelayAnswer on = ordered(2, Action.ON, 0);
        assertThat(on).isEqualTo(new RelayAnswer(Outcome.DONE, 0b0010, ""));
        assertThat(rig.energised(AUX, 2)).isTrue();
        assertThat(rig.energised(AUX, 1)).as("the neighbour").isFalse();
        assertThat(ordered(2, Action.ON, 0).energised()).as("the same again").isEqualTo(0b0010);
        assertThat(ordered(2, Action.OFF, 0).energised()).isZero();
        assertThat(rig.energised(AUX, 2)).isFalse();
    }

    @Test
    void aPulseEndsByItself() throws Exception {
        assertThat(ordered(1, Action.PULSE, 20_000).energised()).isEqualTo(0b0001);
        assertThat(relays.ask(AUX).orElseThrow().isPulsing(1)).isTrue();
        Eventually.within(RECOVERY_SECONDS, "the pulse is over", () -> !rig.energised(AUX, 1));
        assertThat(relays.ask(AUX)).hasValueSatisfying(word -> assertThat(word.energised() | word.pulsing()).isZero());
    }

    @Test
    void aLostAnswerMakesNoSecondPulse() throws Exception {
        rig.loseAnswers(AUX, 2);
        assertThat(ordered(3, Action.PULSE, 20).done()).isTrue();
        assertThat(rig.timesEnergised(AUX, 3)).as("asked three times, done once").isEqualTo(1);
        assertThat(ordered(3, Action.PULSE, 20).done()).isTrue();
        assertThat(rig.timesEnergised(AUX, 3)).as("another order").isEqualTo(2);
    }

    @Test
    void inputsAndRelaysComeWithEverySweep() throws Exception {
        ordered(4, Action.ON, 0);
        rig.contact(AUX, 2, true);
        SweepImage image = sweep(() -> { });
        assertThat(image.relayQuality(0)).isEqualTo(Quality.GOOD);
        RelayWord word = image.relays(0);
        assertThat(word.energised()).isEqualTo(0b1000);
        assertThat(word.closed()).isEqualTo(0b0010);
        assertThat(word.attention()).as("it has started").isTrue();
        rig.contact(AUX, 2, false);
        rig.contact(AUX, 2, true);
        RelayWord later = sweep(() -> { }).relays(0);
        assertThat(later.closed()).isEqualTo(0b0010);
        assertThat(later.changes(2) - word.changes(2)).as("opened and closed in between").isEqualTo(2);
        assertThat(relays.last(AUX)).contains(later);
    }

    @Test
    void anOrderGoesOutBetweenTheFramesOfASweep() throws Exception {
        List<CompletableFuture<RelayAnswer>> answers = new ArrayList<>();
        SweepImage image = sweep(() -> {
            if (answers.isEmpty()) {
                answers.add(relays.order(new RelayOrder(AUX, 1, Action.ON, 0)));
            }
        });
        assertThat(answers.get(0)).as("done by the end of the sweep").isCompleted();
        assertThat(answers.get(0).join().done()).isTrue();
        assertThat(image.relays(0).isEnergised(1)).as("seen in the same sweep").isTrue();
    }

    @Test
    void anOrderGoesBeforeWhateverElseIsSent() throws Exception {
        CompletableFuture<RelayAnswer> answer = relays.order(new RelayOrder(AUX, 1, Action.ON, 0));
        assertThat(bus.blink(1, 0)).isTrue();
        assertThat(answer).isCompleted();
        CompletableFuture<RelayAnswer> second = relays.order(new RelayOrder(AUX, 1, Action.OFF, 0));
        assertThat(bus.search()).hasSize(5);
        assertThat(second).isCompleted();
    }

    @Test
    void aRelayThatIsNotThereIsRefused() throws Exception {
        assertThat(ordered(5, Action.ON, 0).outcome()).isEqualTo(Outcome.REFUSED);
        CompletableFuture<RelayAnswer> module = relays.order(new RelayOrder(1, 1, Action.ON, 0));
        relays.attend();
        assertThat(module.get().outcome()).as("a battery module").isEqualTo(Outcome.REFUSED);
        assertThat(module.get().why()).contains("address 1", "relay");
        assertThat(relays.ask(1)).isEmpty();
    }

    @Test
    void aSilentModuleIsToldInBoundedTime() throws Exception {
        rig.silence(AUX, true);
        RelayAnswer answer = ordered(1, Action.ON, 0);
        assertThat(answer.outcome()).isEqualTo(Outcome.SILENT);
        assertThat(answer.why()).contains("L1", "7");
        assertThat(relays.last(AUX)).isEmpty();
        sweep(() -> { });
        assertThat(sweep(() -> { }).relayQuality(0)).isEqualTo(Quality.MISSING);
    }

    @Test
    void aLineThatIsDownIsToldInBoundedTime() throws Exception {
        ordered(1, Action.ON, 0);
        rig.cut();
        Eventually.within(RECOVERY_SECONDS, "an order fails",
                () -> ordered(1, Action.OFF, 0).outcome() == Outcome.LINE_DOWN);
        assertThat(ordered(1, Action.OFF, 0).why()).contains("L1");
        rig.restore();
        Eventually.within(RECOVERY_SECONDS, "an order is done again", () -> ordered(1, Action.OFF, 0).done());
    }

    @Test
    void anOrderThatNobodySendsHasItsAnswerToo() throws Exception {
        CompletableFuture<RelayAnswer> forgotten = relays.order(new RelayOrder(AUX, 1, Action.ON, 0));
        assertThat(forgotten.get(RelayBus.PATIENCE_MILLIS + 2_000, TimeUnit.MILLISECONDS).outcome())
                .isEqualTo(Outcome.NOT_SENT);
        relays.attend();
        assertThat(rig.energised(AUX, 1)).as("not sent behind his back").isFalse();
    }

    @Test
    void relaysDoWhatWasSaidWhenTheServerFallsSilent() throws Exception {
        assertThat(relays.onSilence(AUX, 0b0010, 5)).isTrue();
        ordered(1, Action.ON, 0);
        ordered(2, Action.ON, 0);
        Eventually.within(RECOVERY_SECONDS, "relay 2 rests", () -> !rig.energised(AUX, 2));
        assertThat(rig.energised(AUX, 1)).as("relay 1 holds").isTrue();
    }

    @Test
    void silenceIsSetOnRelayModulesOnly() throws Exception {
        assertThat(relays.onSilence(1, 0, 60)).isFalse();
        assertThat(relays.onSilence(AUX, 0, 4)).as("shorter than it can be").isFalse();
    }

    @Test
    void nobodyWaitsForAnOrderThatWasNotGiven() {
        assertThatCode(() -> relays.attend()).doesNotThrowAnyException();
        assertThat(relays.last(AUX)).isEmpty();
    }
}
