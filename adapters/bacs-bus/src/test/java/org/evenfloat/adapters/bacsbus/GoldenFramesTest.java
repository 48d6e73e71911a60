// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.bacsbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenfloat.application.port.out.LineFailure;
import org.evenfloat.application.port.out.RelayOrder;
import org.evenfloat.contracts.Rosters;
import org.evenfloat.domain.equalize.EqualizeOrder;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.RelayWord;
import org.evenfloat.domain.measure.SweepFill;
import org.evenfloat.domain.measure.SweepImage;
import org.evenfloat.domain.topology.LineRoster;
import org.evenfloat.domain.topology.Sensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenFramesTest {

    private static final LineRoster ROSTER = Rosters.of(new int[] {23}, List.of(Rosters.relays(26)),
            Rosters.sensor(24, Sensor.Kind.CURRENT), Rosters.sensor(25, Sensor.Kind.TEMPERATURE));

    static Stream<GoldenLines> requests() throws Exception {
        return GoldenLines.of("requests.hex").stream();
    }

    static Stream<GoldenLines> measured() throws Exception {
        return GoldenLines.of("measured.hex").stream();
    }

    static Stream<GoldenLines> streams() throws Exception {
        return GoldenLines.of("streams.hex").stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void sendsRequestsAsDocumented(GoldenLines golden) throws Exception {
        VirtualLine line = new VirtualLine(19_200, (request, self) -> { });
        call(line.bus(Rosters.modules(21, 22, 23)), golden.left().split(" "));
        assertThat(line.sent.stream().map(Bytes::text).collect(Collectors.joining(" | "))).isEqualTo(golden.right());
    }

    private static void call(SlottedModuleBus bus, String[] words) throws LineFailure {
        switch (words[0]) {
            case "status" -> bus.status(Integer.parseInt(words[1]));
            case "identify" -> bus.identify(Integer.parseInt(words[1]));
            case "identifyAll" -> bus.identifyAll(Integer.parseInt(words[1]));
            case "search" -> bus.search();
            case "pressedButton" -> bus.pressedButton();
            case "assign" -> bus.assign(Long.parseLong(words[1], 16), Integer.parseInt(words[2]));
            case "resetAddresses" -> bus.resetAddresses();
            case "addressing" -> bus.addressing(words[1].equals("on"));
            case "blink" -> bus.blink(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "echo" -> bus.echo(Integer.parseInt(words[1]));
            case "sleep" -> bus.sleep(words[1].equals("on"));
            case "startResistance" -> bus.startResistance(Integer.parseInt(words[1]));
            case "resistance" -> bus.resistance(Integer.parseInt(words[1]));
            case "order" -> {
                bus.relays().order(new RelayOrder(Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                        RelayOrder.Action.valueOf(words[3]), Integer.parseInt(words[4])));
                bus.relays().attend();
            }
            case "onSilence" -> bus.relays().onSilence(
                    Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "ask" -> bus.relays().ask(Integer.parseInt(words[1]));
            case "equalize" -> {
                int[] duties = Arrays.stream(words).skip(3).mapToInt(Integer::parseInt).toArray();
                int[] targets = new int[duties.length];
                Arrays.fill(targets, Integer.parseInt(words[1]));
                bus.equalize(new EqualizeOrder("L1", duties, targets, Integer.parseInt(words[2])));
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("measured")
    void readsAnswersAsDocumented(GoldenLines golden) throws Exception {
        byte[] answer = Bytes.hex(golden.left());
        VirtualLine line = new VirtualLine(19_200, (request, self) -> {
            if (Bytes.type(request) == FrameType.COLLECT) {
                self.replyInSlot(Bytes.address(answer) - 23, 14, answer);
            }
        });
        SlottedModuleBus bus = line.bus(ROSTER);
        SweepFill fill = SweepFill.first(ROSTER);
        BitSet attention = new BitSet();
        for (int sweep = 1; sweep <= 5; sweep++) {
            fill = SweepFill.first(ROSTER);
            attention = bus.sweep(fill, () -> { });
        }
        assertThat(reading(Bytes.address(answer), fill.freeze(), attention)).isEqualTo(golden.right());
    }

    private static String reading(int address, SweepImage image, BitSet attention) {
        if (address == 26) {
            RelayWord word = image.relays(0);
            return "relays " + word.energised() + " pulsing " + word.pulsing() + " closed " + word.closed()
                    + " changes " + word.changes() + " " + image.relayQuality(0)
                    + (word.attention() ? ", attention" : "");
        }
        if (address > 23) {
            int row = address - 24;
            return (row == 0 ? "current " : "air ") + image.sensorValue(row) + " " + image.sensorQuality(row);
        }
        return Stream.of(MeasurementKind.VOLTAGE, MeasurementKind.TEMPERATURE)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT) + " " + image.value(kind, 0) + " "
                        + image.quality(kind, 0))
                .collect(Collectors.joining(", ")) + (attention.get(0) ? ", attention" : "");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void findsFramesInAnyStream(GoldenLines golden) {
        List<Integer> expected = Stream.of(golden.right().split(" ")).filter(text -> !text.isEmpty())
                .map(Integer::valueOf).toList();
        byte[] bytes = Bytes.hex(golden.left());
        assertThat(Parsed.addresses(bytes, bytes.length)).isEqualTo(expected);
        assertThat(Parsed.addresses(bytes, 1)).as("byte by byte").isEqualTo(expected);
    }
}
