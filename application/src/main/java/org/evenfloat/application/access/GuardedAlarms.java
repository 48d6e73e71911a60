// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.access;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenfloat.application.alarm.AlarmPlaces;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Target;
import org.evenfloat.domain.access.Verb;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;

/**
 * What people do about alarms, for those who may: who has the role on some strings only may do it to alarms of those
 * strings only.
 */
public final class GuardedAlarms implements HandleAlarms {

    /** Most alarms and problems that the audit names one by one. */
    private static final int MOST_NAMED = 100;

    private final Guard guard;
    private final AlarmPlaces places;
    private final HandleAlarms alarms;

    public GuardedAlarms(Guard guard, AlarmPlaces places, HandleAlarms alarms) {
        this.guard = guard;
        this.places = places;
        this.alarms = alarms;
    }

    @Override
    public List<String> acknowledge(Actor who, List<String> ids, String comment) {
        return perform(who, Verb.ACKNOWLEDGE_ALARMS, ids, "acknowledged", comment,
                () -> alarms.acknowledge(who, ids, comment));
    }

    @Override
    public List<String> reset(Actor who, List<String> ids, String comment) {
        return perform(who, Verb.ACKNOWLEDGE_ALARMS, ids, "reset", comment, () -> alarms.reset(who, ids, comment));
    }

    @Override
    public List<String> shelve(Actor who, List<String> ids, long millis, String reason) {
        return perform(who, Verb.SHELVE_ALARMS, ids, "shelved for " + QuantityText.format(millis, Dimension.TIME), reason,
                () -> alarms.shelve(who, ids, millis, reason));
    }

    @Override
    public List<String> unshelve(Actor who, List<String> ids) {
        return perform(who, Verb.SHELVE_ALARMS, ids, "shelved no more", "", () -> alarms.unshelve(who, ids));
    }

    @Override
    public List<String> takeOutOfService(Actor who, List<String> ids, String reason) {
        return perform(who, Verb.OUT_OF_SERVICE, ids, "out of service", reason,
                () -> alarms.takeOutOfService(who, ids, reason));
    }

    @Override
    public List<String> returnToService(Actor who, List<String> ids) {
        return perform(who, Verb.OUT_OF_SERVICE, ids, "in service again", "", () -> alarms.returnToService(who, ids));
    }

    @Override
    public List<String> mute(Actor who) {
        return guard.perform(who, Verb.ACKNOWLEDGE_ALARMS, Target.of("buzzer", ""), "muted", () -> alarms.mute(who),
                problems -> told(problems, "muted"));
    }

    private List<String> perform(
            Actor who, Verb verb, List<String> ids, String what, String said, Supplier<List<String>> action) {
        String quoted = said.strip();
        String why = quoted.isEmpty() ? ""
                : ": " + (quoted.length() <= LONGEST_COMMENT ? quoted : quoted.substring(0, LONGEST_COMMENT) + "…");
        return guard.perform(
                who, verb, target(ids), what + why, action, problems -> told(problems, what + why + named(ids)));
    }

    private static String named(List<String> ids) {
        return ids.size() < 2 ? "" : "; " + joined(ids, ", ");
    }

    private static String joined(List<String> texts, String between) {
        return texts.stream().limit(MOST_NAMED).collect(Collectors.joining(between))
                + (texts.size() > MOST_NAMED ? between + (texts.size() - MOST_NAMED) + " more" : "");
    }

    private static Deed told(List<String> problems, String done) {
        if (problems.isEmpty()) {
            return Deed.done(done);
        }
        return problems.equals(List.of(NOT_KEPT)) ? Deed.done(done + "; not kept on the disk")
                : Deed.failed(joined(problems, "; "));
    }

    /** What belongs to strings needs the role there; the server itself, and what is unknown, needs it on the whole site. */
    private Target target(List<String> ids) {
        Set<String> strings = new HashSet<>();
        boolean whole = ids.isEmpty();
        Set<String> known = new LinkedHashSet<>();
        for (String id : ids) {
            Optional<AlarmPoint> point = places.find(id);
            List<String> owners = point.map(places::strings).orElse(List.of());
            point.ifPresent(each -> known.add(each.id()));
            whole |= owners.isEmpty();
            strings.addAll(owners);
        }
        String id = ids.size() == 1 && known.size() == 1 ? known.iterator().next()
                : strings.isEmpty() || whole ? ""
                : "of " + strings.stream().sorted().collect(Collectors.joining(", "));
        return new Target(ids.size() == 1 ? "alarm" : "alarms", id, whole ? Set.of() : strings);
    }
}
