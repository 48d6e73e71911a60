// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.northbound;

import java.util.List;
import org.evenfloat.application.port.in.EqualizingPhase;
import org.evenfloat.application.port.in.StringImage;
import org.evenfloat.application.port.in.StringStatus;
import org.evenfloat.application.port.in.ViewProtection;
import org.evenfloat.domain.measure.MeasurementKind;
import org.evenfloat.domain.measure.Quality;
import org.evenfloat.domain.runaway.RunawayStage;
import org.evenfloat.domain.state.StringState;

/** Fills in strings and their blocks. */
final class StringPoints {

    private static final int LEFT_OUT = 1;
    private static final int NOT_CORRECTABLE = 2;

    private final PointSheet sheet;

    StringPoints(PointSheet sheet) {
        this.sheet = sheet;
    }

    void put(List<StringImage> strings, List<ViewProtection.GuardedString> guards) {
        for (int row = 0; row < strings.size(); row++) {
            StringImage image = strings.get(row);
            int blocks = image.values()[0].length;
            int first = sheet.table().firstBlock(row);
            sheet.put(PointColumn.STRING_BLOCKS, row, blocks);
            sheet.put(PointColumn.STRING_FIRST, row, first + 1);
            status(row, image.status());
            column(PointColumn.BLOCK_VOLTAGE, MeasurementKind.VOLTAGE, first, image);
            column(PointColumn.BLOCK_TEMPERATURE, MeasurementKind.TEMPERATURE, first, image);
            column(PointColumn.BLOCK_RESISTANCE, MeasurementKind.RESISTANCE, first, image);
            column(PointColumn.BLOCK_DUTY, MeasurementKind.DUTY, first, image);
            temperatures(row, image);
            remarks(first, blocks, image.status());
        }
        for (ViewProtection.GuardedString guard : guards) {
            int row = sheet.table().row(PointSubject.STRING, guard.string());
            if (guard.steppedAtMillis() > 0) {
                sheet.put(PointColumn.STRING_RUNAWAY, row, code(guard.finding().stage()));
            }
        }
    }

    private void status(int row, StringStatus status) {
        if (status.meanMillivolts() != null) {
            sheet.put(PointColumn.STRING_VOLTAGE, row, status.totalMillivolts());
            sheet.put(PointColumn.STRING_MEAN, row, status.meanMillivolts());
        }
        if (status.goodBlocks() > 0) {
            sheet.put(PointColumn.STRING_LOWEST, row, status.lowestMillivolts());
            sheet.put(PointColumn.STRING_LOWEST_BLOCK, row, status.lowestBlock());
            sheet.put(PointColumn.STRING_HIGHEST, row, status.highestMillivolts());
            sheet.put(PointColumn.STRING_HIGHEST_BLOCK, row, status.highestBlock());
        }
        if (status.currentMilliamps() != null) {
            sheet.put(PointColumn.STRING_CURRENT, row, status.currentMilliamps());
        }
        if (status.ambientCentidegrees() != null) {
            sheet.put(PointColumn.STRING_AMBIENT, row, status.ambientCentidegrees());
        }
        sheet.put(PointColumn.STRING_TARGET, row, status.targetMillivolts());
        sheet.put(PointColumn.STRING_STATE, row, code(status.state()));
        sheet.time(PointColumn.STRING_STATE_SINCE, row, status.stateSinceMillis());
        sheet.put(PointColumn.STRING_PHASE, row, code(status.phase()));
        sheet.put(PointColumn.STRING_DUTY, row, status.largestDutyPermille());
        sheet.put(PointColumn.STRING_GOOD, row, status.goodBlocks());
        sheet.flag(PointColumn.STRING_CHARGER, row, status.chargerMisSet());
        sheet.add(PointColumn.STRING_WARNINGS, row, 0);
        sheet.add(PointColumn.STRING_ALARM_KINDS, row, 0);
    }

    private void column(PointColumn column, MeasurementKind kind, int first, StringImage image) {
        int[] values = image.values()[kind.ordinal()];
        byte[] qualities = image.qualities()[kind.ordinal()];
        for (int i = 0; i < values.length; i++) {
            sheet.put(column, first + i, values[i], qualities[i]);
        }
    }

    private void temperatures(int row, StringImage image) {
        int[] values = image.values()[MeasurementKind.TEMPERATURE.ordinal()];
        byte[] qualities = image.qualities()[MeasurementKind.TEMPERATURE.ordinal()];
        int coolest = -1;
        int hottest = -1;
        for (int i = 0; i < values.length; i++) {
            if (qualities[i] == Quality.GOOD.code()) {
                coolest = coolest < 0 || values[i] < values[coolest] ? i : coolest;
                hottest = hottest < 0 || values[i] > values[hottest] ? i : hottest;
            }
        }
        if (hottest >= 0) {
            sheet.put(PointColumn.STRING_COOLEST, row, values[coolest]);
            sheet.put(PointColumn.STRING_HOTTEST, row, values[hottest]);
            sheet.put(PointColumn.STRING_HOTTEST_BLOCK, row, hottest + 1);
        }
    }

    private void remarks(int first, int blocks, StringStatus status) {
        for (int i = first; i < first + blocks; i++) {
            sheet.put(PointColumn.BLOCK_EQUALIZING, i, 0);
            sheet.add(PointColumn.BLOCK_WARNINGS, i, 0);
            sheet.add(PointColumn.BLOCK_ALARM_KINDS, i, 0);
        }
        remark(status.excluded(), LEFT_OUT);
        remark(status.notCorrectable(), NOT_CORRECTABLE);
    }

    private void remark(List<StringStatus.BlockRemark> remarks, int code) {
        for (StringStatus.BlockRemark remark : remarks) {
            sheet.put(PointColumn.BLOCK_EQUALIZING, sheet.table().row(PointSubject.BLOCK, remark.block()), code);
        }
    }

    static int code(StringState state) {
        return switch (state) {
            case UNKNOWN -> 0;
            case FLOAT -> 1;
            case BOOST -> 2;
            case RECHARGE -> 3;
            case DISCHARGE -> 4;
            case REST -> 5;
        };
    }

    private static int code(EqualizingPhase phase) {
        return switch (phase) {
            case OFF -> 0;
            case PAUSED -> 1;
            case WORKING -> 2;
            case CONVERGED -> 3;
            case NOT_CORRECTABLE -> 4;
        };
    }

    private static int code(RunawayStage stage) {
        return switch (stage) {
            case NORMAL -> 0;
            case WARN -> 1;
            case ALARM -> 2;
            case TRIP -> 3;
        };
    }
}
