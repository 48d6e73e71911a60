// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.history;

import java.util.List;
import org.evenfloat.application.port.out.RangeQuestion;
import org.evenfloat.domain.measure.HistoryRanges;

/**
 * What is in memory of many blocks and sensors at one moment.
 *
 * @param question what is asked for
 * @param lines one per line that has any of it in memory
 */
record RecentRanges(RangeQuestion question, List<Line> lines) {

    /**
     * What is in memory of one line.
     *
     * @param images one or more
     * @param modules module rows wanted
     * @param sensors sensor rows wanted
     */
    record Line(List<PackedImage> images, PickedRows modules, PickedRows sensors) {

        private long startMillis() {
            return images.stream().mapToLong(PackedImage::atMillis).min().orElseThrow();
        }
    }

    /** Returns the earliest instant by the wall clock from which on all lines are in memory. */
    long startMillis() {
        return lines.stream().mapToLong(Line::startMillis).max().orElseThrow();
    }

    /** Answers the question, but from {@code fromMillis} on; reads each image once. */
    HistoryRanges from(long fromMillis) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Line line : lines) {
            for (PackedImage image : line.images) {
                if (wanted(image, fromMillis)) {
                    first = Math.min(first, image.atMillis());
                    last = Math.max(last, image.atMillis());
                }
            }
        }
        RangeSummary summary =
                new RangeSummary(question.columns(), lines.size(), first, last, question.points());
        int kind = question.kind().ordinal();
        for (int source = 0; source < lines.size(); source++) {
            Line line = lines.get(source);
            for (PackedImage image : line.images) {
                if (wanted(image, fromMillis)) {
                    image.putInto(summary.point(source, image.atMillis()), kind, line.modules, line.sensors);
                }
            }
        }
        return summary.ranges();
    }

    private boolean wanted(PackedImage image, long fromMillis) {
        return image.atMillis() >= fromMillis && image.atMillis() <= question.toMillis();
    }
}
