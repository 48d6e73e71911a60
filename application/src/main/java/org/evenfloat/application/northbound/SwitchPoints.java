// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.application.port.in.ViewSwitchgear;
import org.evenfloat.domain.trip.TripMode;
import org.evenfloat.domain.trip.TripPhase;

/** Fills in relays, inputs and breakers. */
final class SwitchPoints {

    private static final int CHANGE_BITS = 4;
    private static final int MILLIS = 1_000;

    private SwitchPoints() {}

    static void put(PointSheet sheet, ViewSwitchgear switchgear, List<ViewProtection.GuardedBreaker> policies) {
        for (ViewSwitchgear.SeenModule module : switchgear.relayModules()) {
            module(sheet, sheet.table().row(PointSubject.RELAY_MODULE, module.id()), module);
        }
        for (ViewSwitchgear.SeenBreaker breaker : switchgear.breakers()) {
            sheet.put(PointColumn.BREAKER_POSITION, sheet.table().row(PointSubject.BREAKER, breaker.id()),
                    switch (breaker.position()) {
                        case UNKNOWN -> 0;
                        case CLOSED -> 1;
                        case OPEN -> 2;
                    }, breaker.quality().code());
        }
        for (ViewProtection.GuardedBreaker policy : policies) {
            int row = sheet.table().row(PointSubject.BREAKER, policy.breaker());
            sheet.put(PointColumn.BREAKER_MODE, row, code(policy.mode()));
            sheet.put(PointColumn.BREAKER_PHASE, row, code(policy.phase()));
            sheet.put(PointColumn.BREAKER_LEFT, row,
                    (int) Math.min(Integer.MAX_VALUE, (policy.leftMillis() + MILLIS - 1) / MILLIS));
            sheet.flag(PointColumn.BREAKER_READY, row, policy.cannotTrip().isEmpty());
        }
    }

    private static void module(PointSheet sheet, int row, ViewSwitchgear.SeenModule module) {
        int relays = 0;
        int inputs = 0;
        int changes = 0;
        for (ViewSwitchgear.SeenRelay relay : module.relays()) {
            relays |= relay.energised() ? 1 << relay.relay() - 1 : 0;
        }
        for (ViewSwitchgear.SeenInput input : module.inputs()) {
            inputs |= input.on() ? 1 << input.input() - 1 : 0;
            changes |= input.changes() << (input.input() - 1) * CHANGE_BITS;
        }
        byte quality = module.quality().code();
        sheet.put(PointColumn.RELAY_ENERGISED, row, relays, quality);
        sheet.put(PointColumn.RELAY_INPUTS, row, inputs, quality);
        sheet.put(PointColumn.RELAY_CHANGES, row, changes, quality);
    }

    private static int code(TripMode mode) {
        return switch (mode) {
            case DISARMED -> 0;
            case SHADOW -> 1;
            case ARMED -> 2;
        };
    }

    private static int code(TripPhase phase) {
        return switch (phase) {
            case WATCHING -> 0;
            case COUNTDOWN -> 1;
            case VETOED -> 2;
            case OPENING -> 3;
            case WOULD_BE_OPEN -> 4;
            case OPEN -> 5;
            case FAILED -> 6;
        };
    }
}
