// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

/** What a northbound client may ask for, where the site file lets it. None of them touches a breaker. */
public sealed interface NorthboundOrder {

    /** Sorts of orders, as the site file allows them one by one. */
    enum Kind {
        /** Saying that somebody knows of alarms. */
        ACKNOWLEDGE,
        /** Silencing the buzzer. */
        MUTE,
        /** Pausing the equalizing of a string and letting it go on. */
        EQUALIZING
    }

    /** Returns what sort of order it is. */
    Kind kind();

    /** Acknowledge everything that waits for it. */
    record AcknowledgeAll() implements NorthboundOrder {
        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGE;
        }
    }

    /**
     * Acknowledge one alarm.
     *
     * @param sequence its number, the lower 32 bits
     */
    record Acknowledge(int sequence) implements NorthboundOrder {
        @Override
        public Kind kind() {
            return Kind.ACKNOWLEDGE;
        }
    }

    /** Silence the buzzer. */
    record Mute() implements NorthboundOrder {
        @Override
        public Kind kind() {
            return Kind.MUTE;
        }
    }

    /**
     * Let a string be equalized, or pause it.
     *
     * @param string its id
     * @param on whether it is equalized
     */
    record Equalize(String string, boolean on) implements NorthboundOrder {
        @Override
        public Kind kind() {
            return Kind.EQUALIZING;
        }
    }
}
