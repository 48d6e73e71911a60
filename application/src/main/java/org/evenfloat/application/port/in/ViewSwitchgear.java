// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.port.in;

import java.util.List;
import org.evenfloat.domain.measure.Quality;

/** Looks at relays, inputs and breakers as they were in the newest sweep of their line. Never waits. */
public interface ViewSwitchgear {

    /**
     * A relay module. What it says is without meaning while its quality is MISSING and of the last time while STALE.
     *
     * @param id id in the site file
     * @param line id of its line
     * @param address bus address there
     * @param quality of everything it says
     * @param seenAtMillis when it was seen last, epoch ms; 0 for never
     * @param relays those in use
     * @param inputs those in use
     */
    record SeenModule(
            String id, String line, int address, Quality quality, long seenAtMillis, List<SeenRelay> relays,
            List<SeenInput> inputs) {

        public SeenModule {
            relays = List.copyOf(relays);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A relay.
     *
     * @param relay its number, 1 to 4
     * @param use what it is bound to, such as {@code breaker Q1}; empty when it is free
     * @param energised whether it is energised
     * @param pulsing whether that ends by itself
     */
    record SeenRelay(int relay, String use, boolean energised, boolean pulsing) {}

    /**
     * An input.
     *
     * @param input its number, 1 to 4
     * @param name what people call it
     * @param on whether what it watches is on
     * @param changes how often it has changed, modulo 16
     */
    record SeenInput(int input, String name, boolean on, int changes) {}

    /** Where a breaker stands. */
    enum Position {
        /** It connects its strings. */
        CLOSED,
        /** It disconnects them. */
        OPEN,
        /** Nobody knows: it has no status input, or its module was never seen. */
        UNKNOWN
    }

    /**
     * A breaker.
     *
     * @param id id in the site file
     * @param strings ids of the strings that it disconnects
     * @param position where its status input says it stands
     * @param quality of that
     * @param seenAtMillis when its status was seen last, epoch ms; 0 for never
     */
    record SeenBreaker(String id, List<String> strings, Position position, Quality quality, long seenAtMillis) {

        public SeenBreaker {
            strings = List.copyOf(strings);
        }
    }

    /** Returns every relay module, in the order of the site file. */
    List<SeenModule> relayModules();

    /** Returns every breaker, in the order of the site file. */
    List<SeenBreaker> breakers();
}
