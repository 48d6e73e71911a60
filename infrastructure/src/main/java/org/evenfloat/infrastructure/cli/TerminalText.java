// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.cli;

import java.util.Locale;

/** Values as people read them on a terminal: with their unit, a true minus sign and no sign before zero. */
final class TerminalText {

    private TerminalText() {}

    static String volts(int millivolts) {
        return String.format(Locale.ROOT, "%.3f V", millivolts / 1000.0);
    }

    static String amps(int milliamps) {
        return signed(Math.round(milliamps / 10.0) / 100.0, "%.2f") + " A";
    }

    /** Returns a difference of voltages. */
    static String difference(int millivolts) {
        return signed(millivolts, "%.0f") + " mV";
    }

    static String celsius(int centidegrees) {
        double celsius = Math.round(centidegrees / 10.0) / 10.0;
        return (celsius < 0 ? "−" : "") + String.format(Locale.ROOT, "%.1f °C", Math.abs(celsius));
    }

    static String percent(int permille) {
        return Math.round(permille / 10f) + " %";
    }

    static String speed(double speed) {
        return String.format(Locale.ROOT, speed < 10 ? "%.1f×" : "%.0f×", speed);
    }

    static String duration(long millis) {
        long seconds = millis / 1000;
        if (seconds < 3_600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return seconds < 2 * 86_400
                ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60)
                : String.format(Locale.ROOT, "%d d %02d h", seconds / 86_400, seconds / 3_600 % 24);
    }

    /** Returns a text cut to so many characters. */
    static String fitted(String text, int width) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    private static String signed(double value, String format) {
        String sign = value == 0 ? "" : value < 0 ? "−" : "+";
        return sign + String.format(Locale.ROOT, format, Math.abs(value));
    }
}
