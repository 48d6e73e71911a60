// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.out.MonotonicClock;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.HideReason;
import org.evenfloat.domain.alarm.Hiding;
import org.evenfloat.domain.quantity.Dimension;
import org.evenfloat.domain.quantity.QuantityText;

/** Does what people do about alarms: all of it or nothing, and on the disk when it says so. Asks nobody whether he may. */
public final class AlarmHandling implements HandleAlarms {

    private final AlarmPlaces places;
    private final AlarmDesk desk;
    private final InstantSource wallClock;
    private final MonotonicClock monotonic;
    private final BooleanSupplier kept;

    /** @param kept waits until what stands is on the disk; false when it cannot be kept */
    public AlarmHandling(
            AlarmPlaces places, AlarmDesk desk, InstantSource wallClock, MonotonicClock monotonic, BooleanSupplier kept) {
        this.places = places;
        this.desk = desk;
        this.wallClock = wallClock;
        this.monotonic = monotonic;
        this.kept = kept;
    }

    @Override
    public List<String> acknowledge(Actor who, List<String> ids, String comment) {
        List<String> problems = new ArrayList<>();
        List<AlarmPoint> points = points(ids, problems);
        text("comment", comment, 0, problems);
        for (AlarmPoint point : points) {
            if (!desk.state(point).wantsAcknowledgement()) {
                problems.add(point.id() + ": " + desk.state(point)
                        + " - allowed: an alarm that waits for an acknowledgement");
            }
        }
        return done(points, problems, point -> desk.act(
                point, AlarmAction.ACKNOWLEDGE, who.name(), comment.strip(), wallClock.millis()));
    }

    @Override
    public List<String> reset(Actor who, List<String> ids, String comment) {
        List<String> problems = new ArrayList<>();
        List<AlarmPoint> points = points(ids, problems);
        text("comment", comment, 0, problems);
        for (AlarmPoint point : points) {
            if (desk.state(point) != AlarmState.LATCHED_ACKNOWLEDGED) {
                problems.add(point.id() + ": " + desk.state(point)
                        + " - allowed: a latched alarm that is acknowledged and whose condition is gone");
            }
        }
        return done(points, problems, point -> desk.act(
                point, AlarmAction.RESET, who.name(), comment.strip(), wallClock.millis()));
    }

    @Override
    public List<String> shelve(Actor who, List<String> ids, long millis, String reason) {
        List<String> problems = new ArrayList<>();
        List<AlarmPoint> points = points(ids, problems);
        if (millis < 1_000 || millis > LONGEST_SHELF_MILLIS) {
            problems.add("for: " + QuantityText.format(millis, Dimension.TIME) + " - allowed: 1 s to "
                    + QuantityText.format(LONGEST_SHELF_MILLIS, Dimension.TIME));
        }
        text("reason", reason, 1, problems);
        long now = wallClock.millis();
        return done(points, problems, point -> desk.hide(
                point, HideReason.SHELVED, new Hiding(who.name(), reason.strip(), now, now + millis)));
    }

    @Override
    public List<String> unshelve(Actor who, List<String> ids) {
        return shown(who, ids, HideReason.SHELVED, "a shelved alarm");
    }

    @Override
    public List<String> takeOutOfService(Actor who, List<String> ids, String reason) {
        List<String> problems = new ArrayList<>();
        List<AlarmPoint> points = points(ids, problems);
        text("reason", reason, 1, problems);
        return done(points, problems, point -> desk.hide(
                point, HideReason.OUT_OF_SERVICE, new Hiding(who.name(), reason.strip(), wallClock.millis(), 0)));
    }

    @Override
    public List<String> returnToService(Actor who, List<String> ids) {
        return shown(who, ids, HideReason.OUT_OF_SERVICE, "an alarm that is out of service");
    }

    private List<String> shown(Actor who, List<String> ids, HideReason reason, String allowed) {
        List<String> problems = new ArrayList<>();
        List<AlarmPoint> points = points(ids, problems);
        for (AlarmPoint point : points) {
            if (!desk.hidden(point, reason)) {
                problems.add(point.id() + ": is not - allowed: " + allowed);
            }
        }
        return done(points, problems, point -> desk.show(
                point, reason, who.name(), "ended by " + who.name(), wallClock.millis()));
    }

    @Override
    public List<String> mute(Actor who) {
        desk.mute(monotonic.millis());
        return List.of();
    }

    private List<AlarmPoint> points(List<String> ids, List<String> problems) {
        if (ids.isEmpty() || ids.size() > MOST) {
            problems.add("alarms: " + ids.size() + " - allowed: 1 to " + MOST);
            return List.of();
        }
        List<AlarmPoint> points = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            Optional<AlarmPoint> point = places.find(id);
            point.ifPresentOrElse(points::add, () -> problems.add(
                    "alarms: \"" + id + "\" - allowed: DEFINITION/SUBJECT of this site, such as block-voltage-low-alarm/"
                            + "BLOCK"));
        }
        return points;
    }

    private static void text(String where, String given, int least, List<String> problems) {
        int length = given.strip().length();
        if (length < least || length > LONGEST_COMMENT || given.chars().anyMatch(Character::isISOControl)) {
            problems.add(where + ": " + (length == 0 ? "nothing" : length + " characters") + " - allowed: " + least + " to "
                    + LONGEST_COMMENT + " characters in one line");
        }
    }

    private List<String> done(List<AlarmPoint> points, List<String> problems, Consumer<AlarmPoint> deed) {
        if (!problems.isEmpty()) {
            return List.copyOf(problems);
        }
        points.forEach(deed);
        return kept.getAsBoolean() ? List.of() : List.of(NOT_KEPT);
    }
}
