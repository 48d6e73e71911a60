// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.alarmfiles.blackbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lines of a table after RFC 4180, without line ends in a cell. */
final class Csv {

    private Csv() {}

    /** Returns the cells as a line without its end; a line end in a cell becomes a space. */
    static String line(Collection<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            append(line, cell);
            line.append(',');
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.toString();
    }

    private static void append(StringBuilder line, String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            line.append(cell);
        } else {
            line.append('"').append(cell.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' ')).append('"');
        }
    }

    /** Returns the cells of a line. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                at++;
                while (at < line.length() && (line.charAt(at) != '"' || line.startsWith("\"\"", at))) {
                    cell.append(line.charAt(at));
                    at += line.charAt(at) == '"' ? 2 : 1;
                }
                cells.add(cell.toString());
                at += 2;
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                cells.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return cells;
    }
}
