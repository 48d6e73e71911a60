// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

/**
 * One mistake in a site file.
 *
 * @param line in which line it stands, from 1; 0 when it concerns the file as a whole
 * @param column in which column, from 1; 0 when it concerns the file as a whole
 * @param where path of the key, such as {@code batteries[0].strings[1].capacity}, counted from 0; may be empty
 * @param given what stands there
 * @param allowed what may stand there
 */
public record SiteFileProblem(int line, int column, String where, String given, String allowed) {

    /** Returns the mistake in one line, such as {@code line 12, web.port: "many" - allowed: a number, 0 to 65535}. */
    @Override
    public String toString() {
        String place = line == 0 ? where : where.isEmpty() ? "line " + line : "line " + line + ", " + where;
        return place + ": " + given + " - allowed: " + allowed;
    }
}
