// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.contracts.Rosters;
import org.junit.jupiter.api.Test;

final class ReconnectTest {

    private final VirtualLine line = new VirtualLine(19_200, (request, self) -> {
        if (Bytes.type(request) == FrameType.BLINK) {
            self.replyInSlot(0, 14, Bytes.ack(Bytes.address(request), 0));
        }
    });
    private final SlottedModuleBus bus = line.bus(Rosters.modules(1));

    private void advance(long millis) {
        line.now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void namesLinePortCauseAndWhatToCheck() {
        line.refusal = new IOException("no such device");
        assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class).hasMessage("Line L1: /dev/ttyTEST "
                + "cannot be opened (no such device) - check the test; next try in 0.25 s");
    }

    @Test
    void failsFastWithTheSameMessageUntilTheNextTry() {
        line.refusal = new IOException("no such device");
        assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class);
        line.refusal = null;
        advance(249);
        assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class).hasMessageContaining("no such");
        assertThat(line.opened).isZero();
        advance(1);
        assertThat(blink()).isTrue();
    }

    private boolean blink() {
        try {
            return bus.blink(1, 1);
        } catch (LineFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pausesGrowToTenSeconds() {
        line.refusal = new IOException("no such device");
        List<String> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> bus.blink(1, 1)).satisfies(failure ->
                    pauses.add(failure.getMessage().replaceAll(".*next try in ", "")));
            advance(10_000);
        }
        assertThat(pauses).containsExactly("0.25 s", "0.5 s", "1 s", "2 s", "4 s", "8 s", "10 s", "10 s");
    }

    @Test
    void aGoodAnswerEndsTheGrowing() throws Exception {
        line.refusal = new IOException("no such device");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class);
            advance(10_000);
        }
        line.refusal = null;
        assertThat(bus.blink(1, 1)).isTrue();
        line.breakage = new IOException("pulled");
        assertThatThrownBy(() -> bus.blink(1, 1)).hasMessage("Line L1: /dev/ttyTEST broke off (pulled) - "
                + "check the test; next try in 0.25 s");
    }

    @Test
    void closesEveryChannelItOpened() throws Exception {
        assertThat(bus.blink(1, 1)).isTrue();
        for (int i = 0; i < 2_000; i++) {
            line.breakage = new IOException("pulled");
            assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class);
            line.breakage = null;
            advance(10_000);
            assertThat(bus.blink(1, 1)).isTrue();
        }
        assertThat(line.opened).isEqualTo(2_001);
        assertThat(line.closed).isEqualTo(2_000);
        bus.close();
        assertThat(line.closed).isEqualTo(2_001);
    }

    @Test
    void isNotOpenedAnewOnceClosed() throws Exception {
        assertThat(bus.blink(1, 1)).isTrue();
        bus.close();
        assertThatThrownBy(() -> bus.blink(1, 1)).isInstanceOf(LineFailure.class).hasMessage("Line L1: closed");
        bus.close();
        assertThat(line.opened).isEqualTo(1);
    }
}
