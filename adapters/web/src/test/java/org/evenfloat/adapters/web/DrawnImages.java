// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.List;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.contracts.SeededCases.Draw;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.state.StringState;

/** Images of a string, each drawn from the one before: some kinds rest, some move a little, some do anything. */
final class DrawnImages {

    private final Draw draw;
    private final String id;
    private StringImage last;

    DrawnImages(Draw draw, String id, int blocks) {
        this.draw = draw;
        this.id = id;
        this.last = new StringImage(
                status(0), new int[MeasurementKind.count()][blocks], new byte[MeasurementKind.count()][blocks]);
    }

    private StringStatus status(long sampledAtMillis) {
        return new StringStatus(
                id, sampledAtMillis, StringState.FLOAT, 0, draw.between(0, 1), 1,
                draw.permille(300) ? null : (Integer) draw.bits(), 3, 4, 5, 6, null, null, 0, EqualizingPhase.WORKING, 0,
                draw.between(0, 1_000), List.of(), List.of(), draw.permille(500));
    }

    StringImage next() {
        int kinds = MeasurementKind.count();
        int blocks = last.values()[0].length;
        int[][] values = new int[kinds][];
        byte[][] qualities = new byte[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            values[kind] = last.values()[kind].clone();
            qualities[kind] = last.qualities()[kind].clone();
            int mood = draw.between(0, 3);
            for (int i = 0; i < blocks; i++) {
                if (mood == 1 && draw.permille(700)) {
                    values[kind][i] += draw.between(-3, 3);
                } else if (mood == 2) {
                    values[kind][i] = draw.pick(List.of(0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, draw.bits()));
                }
                if (mood >= 2 && draw.permille(400)) {
                    qualities[kind][i] = (byte) draw.between(0, Quality.values().length - 1);
                }
            }
        }
        last = new StringImage(status(last.status().sampledAtMillis() + draw.between(1, 5_000)), values, qualities);
        return last;
    }
}
