// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import static org.evenfloat.application.northbound.PointColumn.*;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.evenfloat.application.northbound.NorthboundImage;
import org.evenfloat.application.northbound.PointColumn;
import org.evenfloat.application.northbound.PointSubject;
import org.evenfloat.application.northbound.PointTable;

/**
 * SunSpec models 802 to 805 from register 40,000 on, behind "SunS" and model 1. Each battery is a bank (802, 803),
 * each string of it a string of one module (804, 805), each block a cell of that module: what SunSpec calls a cell is
 * what is measured. Charge and health are not known, and nothing can be written. Source: SunSpec Information Model
 * definitions 1, 802 to 805.
 */
final class SunSpecSegment {

    static final int BASE = 40_000;

    private static final int MOST = RegisterImage.REGISTERS - BASE;
    private static final int COMMON_LENGTH = 66;
    private static final int BASE_LENGTH = 62;
    private static final int BANK_LENGTH = 26;
    private static final int BANK_STRING_LENGTH = 32;
    private static final int STRING_LENGTH = 46;
    private static final int MODULE_LENGTH = 16;
    private static final int CELLS_LENGTH = 42;
    private static final int CELL_LENGTH = 4;
    private static final int HEAD = 2;
    private static final int LEAD_ACID = 1;
    private static final int DISCHARGE = 4;

    private final PointTable table;
    private final SunSpecFields out = new SunSpecFields();

    private SunSpecSegment(PointTable table) {
        this.table = table;
    }

    /** Returns the models of a site; strings for which there is no room any more are left out. */
    static Segment segment(PointTable table) {
        SunSpecSegment models = new SunSpecSegment(table);
        models.write();
        return new Segment("SunSpec", PointSubject.SITE, BASE, models.out.registers(), 1, true, Optional.empty(),
                models.out.fields());
    }

    private void write() {
        out.text("SunS", "SunS", 2);
        out.model(1, "", COMMON_LENGTH);
        out.text("Mn", "Evenfloat", 16);
        out.text("Md", "Evenfloat battery monitor", 16);
        out.text("Opt", "", 8);
        out.text("Vr", "map " + OwnSegments.VERSION, 8);
        out.text("SN", "1", 16);
        out.fixed("DA", 1);
        out.noneSigned("Pad");
        for (List<Integer> battery : table.batteries()) {
            if (battery.isEmpty() || room() < HEAD + BASE_LENGTH + HEAD + BANK_LENGTH
                    + BANK_STRING_LENGTH * battery.size() + HEAD) {
                continue;
            }
            battery(battery);
            bank(battery);
            for (int i = 0; i < battery.size(); i++) {
                int string = battery.get(i);
                int cells = CELLS_LENGTH + CELL_LENGTH * blocks(string);
                if (room() >= 2 * HEAD + STRING_LENGTH + MODULE_LENGTH + cells + HEAD) {
                    string(i + 1, string);
                    module(i + 1, string);
                }
            }
        }
        out.fixed("end", 0xFFFF);
        out.fixed("end L", 0);
    }

    private int room() {
        return MOST - out.registers();
    }

    private int blocks(int string) {
        int next = string + 1 < table.rows(PointSubject.STRING) ? table.firstBlock(string + 1)
                : table.rows(PointSubject.BLOCK);
        return next - table.firstBlock(string);
    }

    private String id(int string) {
        return table.ids(PointSubject.STRING).get(string);
    }

    private static Source of(PointColumn column, int row, int divisor) {
        Source source = Source.column(column, divisor);
        return (image, ignored) -> source.of(image, row);
    }

    /** Joins a column over the strings of a battery; what is not known is left out. */
    private static Source over(List<Integer> strings, PointColumn column, int divisor, IntBinaryOperator join) {
        Source source = Source.column(column, divisor);
        return (image, ignored) -> {
            int joined = Form.UNKNOWN;
            for (int string : strings) {
                int value = source.of(image, string);
                joined = joined == Form.UNKNOWN ? value : value == Form.UNKNOWN ? joined : join.applyAsInt(joined, value);
            }
            return joined;
        };
    }

    private Source events(List<Integer> strings) {
        return (image, ignored) -> {
            int bits = 0;
            for (int string : strings) {
                bits |= SunSpecEvents.of(image, id(string));
            }
            return bits;
        };
    }

    private static int charging(NorthboundImage image, List<Integer> strings) {
        boolean discharging = strings.stream().anyMatch(string -> image.value(STRING_STATE, string) == DISCHARGE);
        boolean floating = strings.stream().allMatch(string -> image.value(STRING_STATE, string) == 1);
        boolean known = strings.stream().allMatch(string -> image.value(STRING_STATE, string) != 0);
        return !known ? Form.UNKNOWN : discharging ? 3 : floating ? 6 : 4;
    }

    private void battery(List<Integer> strings) {
        out.model(802, id(strings.get(0)), BASE_LENGTH);
        double ampHours = strings.stream().mapToDouble(table::ampHours).sum();
        out.unsigned("AHRtg", "1 Ah", Source.always(ampHours > 0 ? (int) Math.round(ampHours) : Form.UNKNOWN));
        out.none("WHRtg", "WChaRteMax", "WDisChaRteMax", "DisChaRte", "SoCMax", "SoCMin", "SoCRsvMax", "SoCRsvMin",
                "SoC", "DoD", "SoH");
        out.noneLong("NCyc");
        out.unsigned("ChaSt", "", (image, row) -> charging(image, strings));
        out.fixed("LocRemCtl", 1);
        out.unsigned("Hb", "", (image, row) -> (int) (image.number() % 0xFFFE));
        out.none("CtrlHb");
        out.fixed("AlmRst", 0);
        out.fixed("Typ", table.leadAcid(strings.get(0)) ? LEAD_ACID : 0);
        out.unsigned("State", "", (image, row) -> charging(image, strings) == Form.UNKNOWN ? 2 : 3);
        out.none("StateVnd");
        out.noneLong("WarrDt");
        out.bits32("Evt1", events(strings));
        for (String name : List.of("Evt2", "EvtVnd1", "EvtVnd2")) {
            out.bits32(name, Source.always(0));
        }
        out.unsigned("V", "0.1 V", over(strings, STRING_VOLTAGE, 100, Math::max));
        out.none("VMax", "VMin");
        out.unsigned("CellVMax", "1 mV", over(strings, STRING_HIGHEST, 1, Math::max));
        out.none("CellVMaxStr", "CellVMaxMod");
        out.unsigned("CellVMin", "1 mV", over(strings, STRING_LOWEST, 1, Math::min));
        out.none("CellVMinStr", "CellVMinMod", "CellVAvg");
        out.signed("A", "0.1 A", over(strings, STRING_CURRENT, 100, Integer::sum));
        out.none("AChaMax", "ADisChaMax");
        out.noneSigned("W");
        out.none("ReqInvState");
        out.noneSigned("ReqW");
        out.fixed("SetOp", 0);
        out.fixed("SetInvState", 0);
        out.scale("AHRtg_SF", 0);
        out.scale("WHRtg_SF", 0);
        out.scale("WChaDisChaMax_SF", 0);
        out.noScale("DisChaRte_SF");
        out.scale("SoC_SF", 0);
        out.noScale("DoD_SF", "SoH_SF");
        out.scale("V_SF", -1);
        out.scale("CellV_SF", -3);
        out.scale("A_SF", -1);
        out.scale("AMax_SF", 0);
        out.noScale("W_SF");
    }

    private void bank(List<Integer> strings) {
        out.model(803, id(strings.get(0)), BANK_LENGTH + BANK_STRING_LENGTH * strings.size());
        out.fixed("NStr", strings.size());
        out.none("NStrCon");
        out.signed("ModTmpMax", "0.1 °C", over(strings, STRING_HOTTEST, 10, Math::max));
        out.none("ModTmpMaxStr", "ModTmpMaxMod");
        out.signed("ModTmpMin", "0.1 °C", over(strings, STRING_COOLEST, 10, Math::min));
        out.none("ModTmpMinStr", "ModTmpMinMod");
        out.noneSigned("ModTmpAvg");
        out.unsigned("StrVMax", "0.1 V", over(strings, STRING_VOLTAGE, 100, Math::max));
        out.none("StrVMaxStr");
        out.unsigned("StrVMin", "0.1 V", over(strings, STRING_VOLTAGE, 100, Math::min));
        out.none("StrVMinStr", "StrVAvg");
        out.signed("StrAMax", "0.1 A", over(strings, STRING_CURRENT, 100, Math::max));
        out.none("StrAMaxStr");
        out.signed("StrAMin", "0.1 A", over(strings, STRING_CURRENT, 100, Math::min));
        out.none("StrAMinStr");
        out.noneSigned("StrAAvg");
        out.none("NCellBal");
        out.scale("CellV_SF", -3);
        out.scale("ModTmp_SF", -1);
        out.scale("A_SF", -1);
        out.noScale("SoH_SF");
        out.scale("SoC_SF", 0);
        out.scale("V_SF", -1);
        strings.forEach(this::stringOfBank);
    }

    private void stringOfBank(int string) {
        out.fixed(id(string) + " StrNMod", 1);
        out.bits32("StrSt", Source.always(1));
        out.none("StrConFail", "StrSoC", "StrSoH");
        out.signed("StrA", "0.1 A", of(STRING_CURRENT, string, 100));
        out.unsigned("StrCellVMax", "1 mV", of(STRING_HIGHEST, string, 1));
        out.fixed("StrCellVMaxMod", 1);
        out.unsigned("StrCellVMin", "1 mV", of(STRING_LOWEST, string, 1));
        out.fixed("StrCellVMinMod", 1);
        out.unsigned("StrCellVAvg", "1 mV", of(STRING_MEAN, string, 1));
        out.signed("StrModTmpMax", "0.1 °C", of(STRING_HOTTEST, string, 10));
        out.fixed("StrModTmpMaxMod", 1);
        out.signed("StrModTmpMin", "0.1 °C", of(STRING_COOLEST, string, 10));
        out.fixed("StrModTmpMinMod", 1);
        out.noneSigned("StrModTmpAvg");
        out.none("StrDisRsn");
        out.noneLong("StrConSt");
        out.bits32("StrEvt1", events(List.of(string)));
        for (String name : List.of("StrEvt2", "StrEvtVnd1", "StrEvtVnd2")) {
            out.bits32(name, Source.always(0));
        }
        out.none("StrSetEna", "StrSetCon");
        out.noneSigned("Pad1", "Pad2");
    }

    private void string(int index, int string) {
        out.model(804, id(string), STRING_LENGTH + MODULE_LENGTH);
        out.fixed("Idx", index);
        out.fixed("NMod", 1);
        out.bits32("St", Source.always(1));
        out.none("ConFail", "NCellBal", "SoC", "DoD");
        out.noneLong("NCyc");
        out.none("SoH");
        out.signed("A", "0.1 A", of(STRING_CURRENT, string, 100));
        out.unsigned("V", "0.1 V", of(STRING_VOLTAGE, string, 100));
        out.unsigned("CellVMax", "1 mV", of(STRING_HIGHEST, string, 1));
        out.fixed("CellVMaxMod", 1);
        out.unsigned("CellVMin", "1 mV", of(STRING_LOWEST, string, 1));
        out.fixed("CellVMinMod", 1);
        out.unsigned("CellVAvg", "1 mV", of(STRING_MEAN, string, 1));
        out.signed("ModTmpMax", "0.1 °C", of(STRING_HOTTEST, string, 10));
        out.fixed("ModTmpMaxMod", 1);
        out.signed("ModTmpMin", "0.1 °C", of(STRING_COOLEST, string, 10));
        out.fixed("ModTmpMinMod", 1);
        out.noneSigned("ModTmpAvg", "Pad1");
        out.noneLong("ConSt");
        out.bits32("Evt1", events(List.of(string)));
        for (String name : List.of("Evt2", "EvtVnd1", "EvtVnd2")) {
            out.bits32(name, Source.always(0));
        }
        out.none("SetEna", "SetCon");
        out.scale("SoC_SF", 0);
        out.noScale("SoH_SF", "DoD_SF");
        out.scale("A_SF", -1);
        out.scale("V_SF", -1);
        out.scale("CellV_SF", -3);
        out.scale("ModTmp_SF", -1);
        out.noneSigned("Pad2", "Pad3", "Pad4");
        out.fixed("ModNCell", blocks(string));
        out.none("ModSoC", "ModSoH");
        extremes(string, "Mod", "ModCellTmp");
        out.noneSigned("ModCellTmpAvg", "Pad5", "Pad6", "Pad7");
    }

    /** Highest, lowest and mean voltage, highest and lowest temperature, with the cells where they are. */
    private void extremes(int string, String prefix, String temperature) {
        out.unsigned(prefix + "CellVMax", "1 mV", of(STRING_HIGHEST, string, 1));
        out.unsigned(prefix + "CellVMaxCell", "", of(STRING_HIGHEST_BLOCK, string, 1));
        out.unsigned(prefix + "CellVMin", "1 mV", of(STRING_LOWEST, string, 1));
        out.unsigned(prefix + "CellVMinCell", "", of(STRING_LOWEST_BLOCK, string, 1));
        out.unsigned(prefix + "CellVAvg", "1 mV", of(STRING_MEAN, string, 1));
        out.signed(temperature + "Max", "0.1 °C", of(STRING_HOTTEST, string, 10));
        out.unsigned(temperature + "MaxCell", "", of(STRING_HOTTEST_BLOCK, string, 1));
        out.signed(temperature + "Min", "0.1 °C", of(STRING_COOLEST, string, 10));
        out.none(temperature + "MinCell");
    }

    private void module(int index, int string) {
        int blocks = blocks(string);
        out.model(805, id(string), CELLS_LENGTH + CELL_LENGTH * blocks);
        out.fixed("StrIdx", index);
        out.fixed("ModIdx", 1);
        out.fixed("NCell", blocks);
        out.none("SoC", "DoD", "SoH");
        out.noneLong("NCyc");
        out.unsigned("V", "0.1 V", of(STRING_VOLTAGE, string, 100));
        extremes(string, "", "CellTmp");
        out.noneSigned("CellTmpAvg");
        out.none("NCellBal");
        out.text("SN", "", 16);
        out.noScale("SoC_SF", "SoH_SF", "DoD_SF");
        out.scale("V_SF", -1);
        out.scale("CellV_SF", -3);
        out.scale("Tmp_SF", -1);
        for (int block = table.firstBlock(string); block < table.firstBlock(string) + blocks; block++) {
            int row = block;
            out.unsigned(table.ids(PointSubject.BLOCK).get(block) + " CellV", "1 mV", of(BLOCK_VOLTAGE, block, 1));
            out.signed("CellTmp", "0.1 °C", of(BLOCK_TEMPERATURE, block, 10));
            out.bits32("CellSt", (image, ignored) ->
                    image.known(BLOCK_DUTY, row) && image.value(BLOCK_DUTY, row) > 0 ? 1 : 0);
        }
    }
}
