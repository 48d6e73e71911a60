// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenfloat.application.protection.RunawaySentence;
import org.evenfloat.domain.runaway.BlockEvidence;
import org.evenfloat.domain.runaway.CannotProtect;
import org.evenfloat.domain.runaway.LearningState;
import org.evenfloat.domain.runaway.LostProtection;
import org.evenfloat.domain.runaway.RunawayConstants;
import org.evenfloat.domain.runaway.RunawayFinding;

/** Says what is new in what a guard found, with block, value, limit and votes. */
final class GuardStory {

    private static final RunawayConstants.Limits LIMITS = RunawayConstants.STANDARD.limits();

    private final String string;
    private final List<String> blocks;
    private RunawayFinding before;

    GuardStory(String string, List<String> blocks) {
        this.string = string;
        this.blocks = blocks;
    }

    /** Forgets what was before, as behind a gap. */
    void begin() {
        before = null;
    }

    /** Returns a sentence for everything that is other than before; the first time, what it begins with. */
    List<String> of(RunawayFinding now) {
        List<String> sentences = new ArrayList<>();
        if (before == null) {
            sentences.add("The guard of string " + string + " stands at " + now.stage() + ": " + why(now) + ".");
        } else {
            if (now.rule() != before.rule()) {
                sentences.add(why(now) + ": " + (now.stage() == before.stage() ? "still " : "") + now.stage() + ".");
            }
            changes(now, sentences);
        }
        before = now;
        return sentences.stream().map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)).toList();
    }

    private void changes(RunawayFinding now, List<String> into) {
        if (now.cannotProtect() != before.cannotProtect()) {
            into.add(now.cannotProtect() == CannotProtect.NO ? "string " + string + " is protected again."
                    : "string " + string + " cannot be protected: " + RunawaySentence.unprotected(now.cannotProtect())
                            + ".");
        }
        if (now.learning() != before.learning()) {
            into.add(learning(now.learning()) + ".");
        }
        if (now.discharging() != before.discharging()) {
            into.add("string " + string + (now.discharging() ? " feeds its load." : " feeds its load no more."));
        }
        if (now.recent() != before.recent()) {
            into.add(now.recent() ? "limits are those for the hours after a discharge."
                    : "limits are the usual ones again: the last discharge is long ago.");
        }
        for (int sensor : now.faultySensors()) {
            if (!before.faultySensors().contains(sensor)) {
                into.add("the temperature sensor of block " + name(sensor) + " is broken.");
            }
        }
        if (now.ambientFaulty() && !before.ambientFaulty()) {
            into.add("the sensor of the air is broken: the coolest blocks stand in for it.");
        }
        for (LostProtection lost : now.lost()) {
            if (!before.lost().contains(lost)) {
                into.add("lost: " + lost.meaning() + ".");
            }
        }
    }

    private static String learning(LearningState state) {
        return switch (state) {
            case WAITING -> "it waits for twelve hours in float to learn what is normal";
            case LEARNT -> "what is normal is learnt";
            case REFUSED_WARM -> "nothing is learnt: the string is too warm above the air to be taken as normal";
            case REFUSED_CURRENT -> "nothing is learnt: the float current is too large to be taken as normal";
        };
    }

    private String name(int block) {
        return block < blocks.size() ? blocks.get(block) : Integer.toString(block + 1);
    }

    /** Returns which rule decided and by what, without a full stop. */
    private String why(RunawayFinding finding) {
        if (finding.decisive().isEmpty()) {
            return "no block of string " + string + " has a temperature that counts";
        }
        BlockEvidence evidence = finding.decisive().get();
        String block = "block " + name(evidence.block());
        String rise = block + " is " + number(evidence.riseKelvin()) + " K above the air, limit ";
        String limit = number(finding.limit());
        String supported = ", supported by " + support(finding);
        return switch (finding.rule()) {
            case NONE -> "nothing applies; the hottest, " + block + ", is " + number(evidence.riseKelvin())
                    + " K above the air, a warning comes at " + number(warn(finding)) + " K";
            case WARN_RISE -> rise + limit + " K, " + votes(evidence.warnVotes());
            case ALARM_TEMPERATURE -> finding.limit() == LIMITS.alarmCelsius()
                    ? block + " is at " + number(evidence.correctedCelsius()) + " °C, limit " + limit + " °C, "
                            + votes(evidence.alarmVotes())
                    : rise + limit + " K, " + votes(evidence.alarmVotes());
            case ALARM_CURRENT -> current(finding) + limit;
            case UNCONFIRMED -> block + " is " + number(evidence.riseKelvin()) + " K above the air at "
                    + number(evidence.celsius()) + " °C and votes for a trip (limit " + limit
                    + "), but nothing supports its sensor: sag of " + number(evidence.sagKelvin()) + " K, warmer neighbour "
                    + number(evidence.neighbourExcessKelvin()) + " K above the median";
            case ALARM_ONLY -> block + " is at " + number(evidence.celsius())
                    + " °C; a trip rule applies to lithium cells, where an open breaker may not help";
            case HELD_BY_DISCHARGE -> rise + limit + " K; a trip rule applies, and string " + string + " feeds its load";
            case TRIP_CLASSIC -> "temperature difference and charging current have been above the limits of the classic rule"
                    + " (difference " + limit + " K) for its time";
            case TRIP_WIDESPREAD -> finding.votingBlocks() + " blocks are hot and get hotter, " + block + " is at "
                    + number(evidence.correctedCelsius()) + " °C, limit " + limit + " °C, "
                    + votes(evidence.widespreadVotes());
            case TRIP_CURRENT -> current(finding) + limit + ", the middle block is " + number(finding.medianRiseKelvin())
                    + " K above the air and rises by " + number(finding.medianSlope()) + " K/h, "
                    + votes(finding.currentVotes());
            case TRIP_RISE -> rise + limit + " K, and rises by " + number(evidence.slopeKelvinPerHour()) + " K/h, "
                    + votes(evidence.riseVotes()) + supported;
            case TRIP_HOT -> block + " is at " + number(evidence.celsius()) + " °C, limit " + limit + " °C, "
                    + votes(evidence.hotVotes()) + supported;
        };
    }

    private static String support(RunawayFinding finding) {
        return switch (finding.confirmation()) {
            case NONE -> "nothing";
            case SEVERAL_BLOCKS -> finding.votingBlocks() + " blocks that vote alike";
            case WHOLE_STRING -> "the whole string, which is as hot";
            case SAG -> "its voltage or duty, which has sunk as that of a hot block does";
            case NEIGHBOUR -> "a warmed neighbour and some sag";
            case NOT_NEEDED -> "the rule itself";
        };
    }

    private String current(RunawayFinding finding) {
        return "string " + string + " takes " + number(finding.currentRatio()) + " times its normal float current, limit ";
    }

    private static String votes(int votes) {
        return votes + " of the last 10 samples";
    }

    static double warn(RunawayFinding finding) {
        return finding.recent() ? LIMITS.warnRecentKelvin() : LIMITS.warnKelvin();
    }

    static double alarm(RunawayFinding finding) {
        return finding.recent() ? LIMITS.alarmRecentKelvin() : LIMITS.alarmKelvin();
    }

    static double trip(RunawayFinding finding) {
        return finding.recent() ? LIMITS.tripRecentKelvin() : LIMITS.tripKelvin();
    }

    /** Returns one line about a sample in which nothing is new. */
    String quiet(RunawayFinding finding) {
        return finding.stage() + ": " + why(finding) + ".";
    }

    static String number(double value) {
        return Double.isNaN(value) ? "an unknown number" : String.format(Locale.ROOT, "%.1f", value);
    }
}
