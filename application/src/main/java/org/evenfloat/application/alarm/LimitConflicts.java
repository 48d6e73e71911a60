// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmLevel;
import org.evenfloat.domain.alarm.AlarmLimit;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmSide;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.setting.SettingProblem;
import org.evenfloat.domain.state.StringState;

/** Finds limits that do not go together: a warning beyond its alarm, a low limit that is not below the high one. */
final class LimitConflicts {

    /**
     * Something to which a limit was given.
     *
     * @param group first part of the key
     * @param subject id in the key; empty for the monitor
     * @param point stands for it
     */
    record Place(String group, String subject, AlarmPoint point) {}

    /** Two rows whose limits have an order: that of {@code lower} may not be above that of {@code upper}. */
    private record Order(AlarmDefinition lower, AlarmDefinition upper, boolean mayBeEqual) {}

    private static final Map<AlarmDefinition, List<Order>> ORDERS = orders();

    private final AlarmLimits limits;

    LimitConflicts(AlarmLimits limits) {
        this.limits = limits;
    }

    private static Map<AlarmDefinition, List<Order>> orders() {
        Map<AlarmDefinition, List<Order>> orders = new HashMap<>();
        for (AlarmDefinition one : AlarmTable.all()) {
            for (AlarmDefinition other : AlarmTable.all()) {
                if (one.hasLimit() && one.signal() == other.signal()) {
                    order(one, other).forEach(order -> {
                        orders.computeIfAbsent(order.lower(), row -> new ArrayList<>()).add(order);
                        orders.computeIfAbsent(order.upper(), row -> new ArrayList<>()).add(order);
                    });
                }
            }
        }
        return orders;
    }

    private static List<Order> order(AlarmDefinition warning, AlarmDefinition alarm) {
        if (stem(warning).equals(stem(alarm))) {
            boolean pair = warning.level() == AlarmLevel.WARNING && alarm.level() == AlarmLevel.ALARM;
            return !pair ? List.of()
                    : List.of(warning.side() == AlarmSide.HIGH
                            ? new Order(warning, alarm, true) : new Order(alarm, warning, true));
        }
        boolean sides = warning.side() == AlarmSide.LOW && alarm.side() == AlarmSide.HIGH;
        return sides && warning.level() == alarm.level() && together(warning, alarm)
                ? List.of(new Order(warning, alarm, false)) : List.of();
    }

    private static String stem(AlarmDefinition row) {
        return row.id().replaceFirst("-(warning|alarm)$", "");
    }

    /** Returns whether there is a state in which both say something. */
    private static boolean together(AlarmDefinition one, AlarmDefinition other) {
        Set<StringState> states = EnumSet.allOf(StringState.class);
        states.removeAll(one.suppressedIn());
        states.removeAll(other.suppressedIn());
        return !states.isEmpty();
    }

    /** Returns every conflict at these places, each once. */
    List<SettingProblem> of(List<Place> places, LimitsGiven given) {
        Set<SettingProblem> problems = new LinkedHashSet<>();
        for (Place place : places) {
            for (Order order : ORDERS.getOrDefault(place.point().definition(), List.of())) {
                look(place, order, given, problems);
            }
        }
        return List.copyOf(problems);
    }

    /** Returns every conflict of a profile in which one of these rows has a part, each once. */
    static List<SettingProblem> of(ProfileLimits profile, Set<String> rows) {
        Set<SettingProblem> problems = new LinkedHashSet<>();
        for (AlarmDefinition row : AlarmTable.all()) {
            if (rows.contains(row.id())) {
                for (Order order : ORDERS.getOrDefault(row, List.of())) {
                    problem(order, profile::of, told -> told.id() + "." + LimitPart.LIMIT.word()).ifPresent(problems::add);
                }
            }
        }
        return List.copyOf(problems);
    }

    private void look(Place place, Order order, LimitsGiven given, Set<SettingProblem> problems) {
        problem(order, row -> limit(place, row, given),
                told -> LimitKey.of(place.group(), place.subject(), told, LimitPart.LIMIT)).ifPresent(problems::add);
    }

    private static Optional<SettingProblem> problem(
            Order order, Function<AlarmDefinition, AlarmLimit> limits, Function<AlarmDefinition, String> key) {
        AlarmLimit lower = limits.apply(order.lower());
        AlarmLimit upper = limits.apply(order.upper());
        boolean good = order.mayBeEqual() ? lower.limit() <= upper.limit() : lower.limit() < upper.limit();
        if (good || !lower.on() || !upper.on()) {
            return Optional.empty();
        }
        // A pair is told at its warning, both sides at the low one.
        boolean tellLower = !order.mayBeEqual() || order.lower().level() == AlarmLevel.WARNING;
        AlarmDefinition told = tellLower ? order.lower() : order.upper();
        AlarmDefinition other = tellLower ? order.upper() : order.lower();
        String allowed = !order.mayBeEqual() ? "below " : tellLower ? "not above " : "not below ";
        return Optional.of(new SettingProblem(
                key.apply(told), SettingProblem.quoted(LimitPart.LIMIT.text(told, tellLower ? lower : upper)),
                allowed + SettingProblem.quoted(LimitPart.LIMIT.text(other, tellLower ? upper : lower))
                        + ", the limit of " + other.id()));
    }

    private AlarmLimit limit(Place place, AlarmDefinition row, LimitsGiven given) {
        return given.of(new AlarmPoint(row, place.point().subject()), limits, place.group().equals("strings"));
    }
}
