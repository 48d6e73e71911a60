// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.in.ChangeSettings;
import org.evenfloat.application.port.in.HandleAlarms;
import org.evenfloat.application.port.in.NotAllowed;
import org.evenfloat.application.port.in.NotWrittenDown;
import org.evenfloat.application.port.in.ViewAlarms;
import org.evenfloat.application.port.in.WaitsForApproval;
import org.evenfloat.domain.access.Actor;
import org.evenfloat.domain.access.Grants;
import org.evenfloat.domain.access.Role;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.setting.SettingKind;

/**
 * Does what northbound clients ask for, through the same guarded ports as people do, so that it stands in the audit with the
 * client's name. Waits for the disk: never called where answers are made.
 */
public final class NorthboundOrders {

    private static final int TRIES = 3;

    private final ViewAlarms view;
    private final HandleAlarms alarms;
    private final ChangeSettings settings;

    /** What has become of orders. */
    public enum Outcome {
        /** All is done. */
        DONE,
        /** Something is not as it can be, such as an alarm that does not stand. */
        INVALID,
        /** The client may not do that. */
        NOT_ALLOWED,
        /** A second person has been asked. */
        WAITS,
        /** Others were faster, several times over. */
        BUSY,
        /** It could not be done, kept or written down. */
        FAILED
    }

    /**
     * The answer to orders.
     *
     * @param outcome what has become of them
     * @param sentence why, for people; empty when all is done
     */
    public record Answer(Outcome outcome, String sentence) {

        static final Answer DONE = new Answer(Outcome.DONE, "");
    }

    public NorthboundOrders(ViewAlarms view, HandleAlarms alarms, ChangeSettings settings) {
        this.view = view;
        this.alarms = alarms;
        this.settings = settings;
    }

    /**
     * Returns who a client is for the guard and the audit.
     *
     * @param name what the site file calls it
     * @param from protocol and address, such as {@code modbus 10.0.0.7}
     * @param may what the site file lets it do; the role is the least that covers it
     */
    public static Actor client(String name, String from, Set<NorthboundOrder.Kind> may) {
        Role role = may.contains(NorthboundOrder.Kind.EQUALIZING) ? Role.SERVICE : may.isEmpty() ? Role.VIEW : Role.OPERATE;
        return new Actor(Actor.Kind.SCRIPT, name, from, Grants.of(role));
    }

    /** Carries out orders one after the other, up to the first that cannot be. */
    public Answer carryOut(Actor who, List<NorthboundOrder> orders) {
        try {
            for (NorthboundOrder order : orders) {
                Answer answer = carryOut(who, order);
                if (answer.outcome() != Outcome.DONE) {
                    return answer;
                }
            }
            return Answer.DONE;
        } catch (NotAllowed refused) {
            return new Answer(Outcome.NOT_ALLOWED, refused.getMessage());
        } catch (WaitsForApproval waits) {
            return new Answer(Outcome.WAITS, waits.getMessage());
        } catch (NotWrittenDown failure) {
            return new Answer(Outcome.FAILED, failure.getMessage());
        }
    }

    private Answer carryOut(Actor who, NorthboundOrder order) {
        if (order instanceof NorthboundOrder.Mute) {
            return told(alarms.mute(who));
        }
        if (order instanceof NorthboundOrder.Equalize equalize) {
            return equalize(who, equalize);
        }
        List<Alarm> wanted = view.standing().standing().stream()
                .filter(alarm -> alarm.state().wantsAcknowledgement()).toList();
        if (order instanceof NorthboundOrder.Acknowledge one) {
            Optional<Alarm> alarm = view.standing().standing().stream()
                    .filter(each -> (int) each.sequence() == one.sequence()).findFirst();
            if (alarm.isEmpty()) {
                return new Answer(Outcome.INVALID, "alarm: sequence " + Integer.toUnsignedString(one.sequence())
                        + " - the sequence of an alarm that stands");
            }
            return alarm.get().state().wantsAcknowledgement() ? acknowledge(who, List.of(alarm.get())) : Answer.DONE;
        }
        return acknowledge(who, wanted);
    }

    private Answer acknowledge(Actor who, List<Alarm> wanted) {
        for (int from = 0; from < wanted.size(); from += HandleAlarms.MOST) {
            List<String> ids = wanted.subList(from, Math.min(wanted.size(), from + HandleAlarms.MOST)).stream()
                    .map(alarm -> alarm.point().id()).toList();
            Answer answer = told(alarms.acknowledge(who, ids, ""));
            if (answer.outcome() != Outcome.DONE) {
                return answer;
            }
        }
        return Answer.DONE;
    }

    private Answer equalize(Actor who, NorthboundOrder.Equalize order) {
        String key = "strings." + order.string() + ".equalizing";
        String value = SettingKind.OnOff.text(order.on());
        for (int i = 0; i < TRIES; i++) {
            ChangeSettings.Present present = settings.present();
            if (present.book().find(key).filter(known -> present.book().inForce(known, present.version().values())
                    .equals(value)).isPresent()) {
                return Answer.DONE; // a controller writes its output in every cycle
            }
            ChangeSettings.Answer answer = settings.apply(who, present.version().number(),
                    Map.of(key, Optional.of(value)), "asked for by " + who.name());
            switch (answer.verdict()) {
                case DONE -> {
                    return Answer.DONE;
                }
                case INVALID -> {
                    return new Answer(Outcome.INVALID, String.join("; ", answer.problems()));
                }
                case NOT_KEPT -> {
                    return new Answer(Outcome.FAILED, answer.sentence());
                }
                case OUTDATED -> { }
            }
        }
        return new Answer(Outcome.BUSY, key + ": others change settings at the same time - try again");
    }

    private static Answer told(List<String> problems) {
        List<String> real = new ArrayList<>(problems);
        real.remove(HandleAlarms.NOT_KEPT);
        return real.isEmpty() ? Answer.DONE : new Answer(Outcome.INVALID, String.join("; ", real));
    }
}
