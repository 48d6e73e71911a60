// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenfloat.application.TestSite.at;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenfloat.application.TestSite;
import org.evenfloat.domain.alarm.Alarm;
import org.evenfloat.domain.alarm.AlarmAction;
import org.evenfloat.domain.alarm.AlarmDefinition;
import org.evenfloat.domain.alarm.AlarmPoint;
import org.evenfloat.domain.alarm.AlarmRecord;
import org.evenfloat.domain.alarm.AlarmState;
import org.evenfloat.domain.alarm.AlarmTable;
import org.evenfloat.domain.topology.Battery;
import org.evenfloat.domain.topology.BatteryString;
import org.evenfloat.domain.topology.Block;
import org.evenfloat.domain.topology.ModuleType;
import org.evenfloat.domain.topology.Site;
import org.junit.jupiter.api.Test;

/** What every row of the table says to people. */
class AlarmSentenceTest {

    /** By the rows of the table: value, limit, and what is said of them; a row that is not here fails the test. */
    private static final Map<String, Object[]> SAID = new LinkedHashMap<>();

    static {
        both("block-voltage-low", 13_210, 13_300, "Voltage of block A1-17 is low in float: 13.210 V, limit 13.3 V.");
        both("block-voltage-high", 14_512, 14_400, "Voltage of block A1-17 is high: 14.512 V, limit 14.4 V.");
        both("block-voltage-end", 10_790, 10_800,
                "Voltage of block A1-17 is near its end of discharge: 10.790 V, limit 10.8 V.");
        both("block-deviation-low", -312, -300, "Block A1-17 is far below its string: -312 mV, limit -300 mV.");
        both("block-deviation-high", 1_312, 1_200, "Block A1-17 is far above its string: 1312 mV, limit 1.2 V.");
        both("block-temperature-high", 3_562, 3_500, "Block A1-17 is hot: 35.6 °C, limit 35 °C.");
        both("block-temperature-low", -130, 0, "Block A1-17 is cold: -1.3 °C, limit 0 °C.");
        both("block-resistance-high", 24_812, 20_000,
                "Internal resistance of block A1-17 is high: 24.81 mΩ, limit 20 mΩ.");
        both("block-resistance-low", 499, 500, "Internal resistance of block A1-17 is low: 0.499 mΩ, limit 500 µΩ.");
        both("block-resistance-rise", 262, 250,
                "Internal resistance of block A1-17 is high: 26.2 % from its reference, limit 25 %.");
        both("block-resistance-fall", -262, -250,
                "Internal resistance of block A1-17 is low: -26.2 % from its reference, limit -25 %.");
        said("block-weak-warning", 52, 35,
                "Block A1-17 gives way in the discharge: 5.2 % below its string, limit 3.5 %.");
        said("block-weak-alarm", 213, 100,
                "Block A1-17 gives way in the discharge: 21.3 % below its string, limit 10 %.");
        said("block-not-correctable", 1, 0, "Equalizing cannot bring block A1-17 into the band.");
        said("module-lost", 1, 0, "The battery module of block A1-17 does not answer.");
        said("module-not-addressed", 1, 0, "The battery module of block A1-17 has no address.");
        both("string-voltage-low", 13_210, 13_300,
                "Voltage of string A1 is low in float: 13.210 V per block, limit 13.3 V.");
        both("string-voltage-high", 14_700, 14_580, "Voltage of string A1 is high: 14.700 V per block, limit 14.58 V.");
        both("string-voltage-end", 10_790, 10_800,
                "Voltage of string A1 is near its end of discharge: 10.790 V per block, limit 10.8 V.");
        both("string-voltage-deviation-low", -12, -10, "Voltage of string A1 differs from the other strings of its battery:"
                + " -1.2 % from their mean, limit -1 %.");
        both("string-voltage-deviation-high", 12, 10, "Voltage of string A1 differs from the other strings of its battery:"
                + " 1.2 % from their mean, limit 1 %.");
        both("string-current-deviation-low", -262, -250, "Current of string A1 differs from the other strings of its"
                + " battery: -26.2 % from their mean, limit -25 %.");
        both("string-current-deviation-high", 262, 250, "Current of string A1 differs from the other strings of its"
                + " battery: 26.2 % from their mean, limit 25 %.");
        both("temperature-spread", 620, 500, "The blocks of string A1 are not equally warm: 6.2 K between the warmest and"
                + " the coolest, limit 5 K.");
        said("discharge-warning", 2_000, 0, "String A1 feeds the load.");
        said("discharge-alarm", 902_000, 900_000, "String A1 feeds the load: for 15 min, limit 15 min.");
        said("charger-mis-set", 1, 0, "String A1: the charger holds another float voltage than the configured one.");
        said("equalizing-saturated", 1, 0, "String A1: equalizing does all it can and has not reached the band.");
        said("runaway-warning", 1, 0, "String A1 is on the way to a thermal runaway.");
        said("runaway-alarm", 1, 0, "String A1 is on the way to a thermal runaway.");
        said("runaway-unconfirmed", 1, 0, "A block of string A1 reads far too hot, and nothing else supports it.");
        said("runaway-not-protected", 1, 0, "String A1 cannot be protected from a thermal runaway.");
        said("runaway-sensors", 1, 0, "Temperature sensors of string A1 are not believed.");
        said("trip-countdown", 1, 0, "Breaker A1 is about to be opened.");
        said("trip-held", 1, 0, "Breaker A1 should be open and is held closed.");
        said("trip-failed", 1, 0, "Breaker A1 did not open.");
        said("breaker-tripped", 1, 0, "Breaker A1 was opened.");
        said("trip-in-shadow", 1, 0, "Breaker A1 would be open now if it were armed.");
        said("breaker-cannot-trip", 1, 0, "Breaker A1 could not be opened now.");
        said("breaker-open", 1, 0, "Breaker A1 is open and the server has not opened it.");
        said("breaker-disarmed", 1, 0, "Breaker A1 is disarmed.");
        said("proof-test-overdue", 1, 0, "The proof test of breaker A1 is overdue.");
        said("guard-stalled", 1, 0, "The guard against thermal runaway does not look.");
        said("protection-not-kept", 1, 0, "What the guard decides cannot be kept.");
        said("line-down", 1, 0, "Line A1 cannot be used.");
        said("history-failing", 1, 0, "The history cannot be written.");
        said("history-backlog", 1_200, 1_000,
                "Much waits to be written to the history: 1200 sweeps and events, limit 1000.");
        both("disk-free", 25, 30, "The disk is nearly full: 2.5 % free, limit 3 %.");
        said("clock-jump", 3_211, 2_000, "The wall clock jumped: by 3.2 s, limit 2 s.");
    }

    private static void said(String id, int value, int limit, String sentence) {
        SAID.put(id, new Object[] {value, limit, sentence});
    }

    private static void both(String stem, int value, int limit, String sentence) {
        said(stem + "-warning", value, limit, sentence);
        said(stem + "-alarm", value, limit, sentence);
    }

    private static Alarm alarm(
            AlarmDefinition definition, String subject, AlarmState state, int value, int limit, long at) {
        return new Alarm(new AlarmPoint(definition, subject), List.of(), state, 1, true, at, at, value, limit, 1, false, "",
                0, "", Map.of());
    }

    private static AlarmDefinition row(String id) {
        return AlarmTable.find(id).orElseThrow();
    }

    private static Site site(String name, String label) {
        BatteryString plain = TestSite.string("A1", ModuleType.C20, at("L1", 1, 20));
        List<Block> blocks = new ArrayList<>(plain.blocks());
        blocks.set(16, blocks.get(16).labelled(label));
        BatteryString named = new BatteryString(
                "A1", name, plain.blockType(), plain.moduleType(), blocks, Optional.empty(), Optional.empty(),
                plain.currentZero(), true, Optional.empty());
        Site site = TestSite.oneString(1);
        return new Site(
                site.name(), site.timeZone(), List.of("L1"), List.of(new Battery("B", "", List.of(named))), List.of());
    }

    @Test
    void everyRowOfTheTableSaysSo() {
        AlarmSentence sentence = new AlarmSentence(site("A1", ""));
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (AlarmDefinition definition : AlarmTable.all()) {
            String subject = switch (definition.signal().scope()) {
                case BLOCK -> "A1-17";
                case SERVER -> AlarmPoint.SERVER;
                default -> "A1";
            };
            Object[] said = SAID.getOrDefault(definition.id(), new Object[] {0, 0, "nothing is expected of it"});
            expected.put(definition.id(), (String) said[2]);
            found.put(definition.id(), sentence.of(
                    alarm(definition, subject, AlarmState.UNACKNOWLEDGED, (int) said[0], (int) said[1], 5)));
        }
        assertThat(found).containsExactlyEntriesOf(expected).hasSameSizeAs(SAID);
    }

    @Test
    void saysWhatPeopleCallIt() {
        AlarmSentence sentence = new AlarmSentence(site("Upper $1 rack", "S/N 4711"));
        assertThat(sentence.of(alarm(
                row("block-voltage-low-alarm"), "A1-17", AlarmState.ACKNOWLEDGED, 13_210, 13_300, 5)))
                .isEqualTo("Voltage of block A1-17 (S/N 4711) is low in float: 13.210 V, limit 13.3 V.");
        assertThat(sentence.of(alarm(row("module-lost"), "A1-1", AlarmState.ACKNOWLEDGED, 1, 0, 5)))
                .as("no label").isEqualTo("The battery module of block A1-1 does not answer.");
        assertThat(sentence.of(alarm(row("charger-mis-set"), "A1", AlarmState.ACKNOWLEDGED, 1, 0, 5))).isEqualTo(
                "String A1 (Upper $1 rack): the charger holds another float voltage than the configured one.");
        assertThat(sentence.of(alarm(row("module-lost"), "gone-3", AlarmState.ACKNOWLEDGED, 1, 0, 5)))
                .as("not on the site").isEqualTo("The battery module of block gone-3 does not answer.");
    }

    @Test
    void saysThatItIsGoneOrNeverWas() {
        AlarmSentence sentence = new AlarmSentence(site("A1", ""));
        assertThat(sentence.of(alarm(row("block-temperature-high-alarm"), "A1-2", AlarmState.RETURNED, 4_512, 4_500, 5)))
                .isEqualTo("Block A1-2 is hot: 45.1 °C, limit 45 °C; gone meanwhile.");
        assertThat(sentence.of(alarm(row("module-lost"), "A1-2", AlarmState.HIDDEN, 0, 0, 0)))
                .isEqualTo("The battery module of block A1-2 does not answer: hidden, and never raised so far.");
    }

    private static String said(AlarmAction action, AlarmState state, int value, String who, String comment, long until) {
        return new AlarmSentence(site("A1", "")).of(new AlarmRecord(
                7, 1_763_816_607_000L, "block-voltage-low-alarm", "A1-17", action, state, value, 12_600, who, comment,
                until));
    }

    @Test
    void saysWhatHappened() {
        assertThat(said(AlarmAction.RAISE, AlarmState.UNACKNOWLEDGED, 12_210, "server", "", 0))
                .isEqualTo("Voltage of block A1-17 is low in float: 12.210 V, limit 12.6 V.");
        assertThat(said(AlarmAction.RAISE, AlarmState.HIDDEN_ACTIVE, 12_210, "server", "", 0))
                .isEqualTo("Hidden: voltage of block A1-17 is low in float: 12.210 V, limit 12.6 V.");
        assertThat(said(AlarmAction.RETURN, AlarmState.RETURNED, 12_700, "server", "", 0))
                .isEqualTo("Gone: voltage of block A1-17 is low in float; now 12.700 V.");
        assertThat(said(AlarmAction.RETURN, AlarmState.RETURNED, 0, "server", "nobody looks at it any more", 0))
                .isEqualTo("Gone: voltage of block A1-17 is low in float; nobody looks at it any more.");
        assertThat(said(AlarmAction.ACKNOWLEDGE, AlarmState.ACKNOWLEDGED, 12_210, "eva", "Is on order.", 0))
                .isEqualTo("Acknowledged by eva: voltage of block A1-17 is low in float; Is on order.");
        assertThat(said(AlarmAction.RESET, AlarmState.NORMAL, 12_210, "eva", "", 0))
                .isEqualTo("Reset by eva: voltage of block A1-17 is low in float.");
        assertThat(said(AlarmAction.HIDE, AlarmState.HIDDEN, 12_210, "eva", "SHELVED: being replaced", 1_763_820_207_000L))
                .isEqualTo("Hidden by eva until 2025-11-22 14:03: voltage of block A1-17 is low in float;"
                        + " shelving: being replaced.");
        assertThat(said(AlarmAction.HIDE, AlarmState.HIDDEN, 12_210, "server", "SUPPRESSED: says nothing in BOOST", 0))
                .isEqualTo("Hidden: voltage of block A1-17 is low in float;"
                        + " suppression by the state of the string: says nothing in BOOST.");
        assertThat(said(AlarmAction.SHOW, AlarmState.NORMAL, 12_210, "server", "SHELVED ended: its time is over", 0))
                .isEqualTo("Shown again: voltage of block A1-17 is low in float; shelving ended: its time is over.");
    }

    /** An earlier version kept of a block in a discharge only 1, weak, or 2, collapsed. */
    @Test
    void aVerdictThatAnEarlierVersionKeptIsReadAsOne() {
        AlarmSentence sentence = new AlarmSentence(site("A1", ""));
        assertThat(sentence.of(alarm(row("block-weak-warning"), "A1-6", AlarmState.LATCHED_UNACKNOWLEDGED, 1, 0, 5)))
                .isEqualTo("Block A1-6 gives way in the discharge; gone meanwhile.");
        assertThat(sentence.of(alarm(row("block-weak-alarm"), "A1-6", AlarmState.UNACKNOWLEDGED, 2, 1, 5)))
                .isEqualTo("Block A1-6 gives way in the discharge: it has collapsed.");
        assertThat(sentence.of(record("block-weak-warning", AlarmAction.RAISE, 1, 0)))
                .isEqualTo("Block A1-6 gives way in the discharge.");
        assertThat(AlarmAmounts.value(row("block-weak-alarm"), 2, 1)).isEmpty();
        assertThat(AlarmAmounts.limit(row("block-weak-alarm"), 1)).isEmpty();
    }

    @Test
    void aBlockIsWeakUntilItsDischargeIsOver() {
        AlarmSentence sentence = new AlarmSentence(site("A1", ""));
        assertThat(sentence.of(record("block-weak-warning", AlarmAction.RAISE, 52, 35)))
                .isEqualTo("Block A1-6 gives way in the discharge: 5.2 % below its string, limit 3.5 %.");
        assertThat(sentence.of(record("block-weak-warning", AlarmAction.RETURN, 0, 35)))
                .isEqualTo("Gone: block A1-6 gives way in the discharge; that discharge is over.");
        assertThat(sentence.of(record("block-weak-warning", AlarmAction.RETURN, 52, 60)))
                .as("another limit").isEqualTo("Gone: block A1-6 gives way in the discharge; now 5.2 %.");
        assertThat(sentence.of(record("discharge-alarm", AlarmAction.RETURN, 0, 900_000)))
                .as("a time that has run out of meaning").endsWith("; that discharge is over.");
    }

    private static AlarmRecord record(String definition, AlarmAction action, int value, int limit) {
        return new AlarmRecord(
                7, 5, definition, "A1-6", action, AlarmState.UNACKNOWLEDGED, value, limit, "server", "", 0);
    }

    @Test
    void aRowOfAnEarlierVersionIsNamed() {
        assertThat(new AlarmSentence(site("A1", "")).of(new AlarmRecord(
                7, 5, "fire", "A1", AlarmAction.RAISE, AlarmState.UNACKNOWLEDGED, 1, 0, "server", "", 0)))
                .isEqualTo("Fire of A1.");
    }
}
