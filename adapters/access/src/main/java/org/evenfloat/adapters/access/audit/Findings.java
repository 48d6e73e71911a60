// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.access.audit;

import java.util.ArrayList;
import java.util.List;

/** What a check has found: of very much only the first, and entries in a row in one sentence. */
final class Findings {

    private static final int MOST = 100;

    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long unsaidProblems;
    private long unsaidRemarks;
    private Row row;

    /** Entries in a row of which the same is to be said. */
    private record Row(String where, String what, long first, long last) {

        String text() {
            return first == last ? where + ", entry " + first + ": " + what
                    : where + ", entries " + first + " to " + last + ": " + what;
        }
    }

    void problem(String text) {
        end();
        add(text);
    }

    private void add(String text) {
        if (problems.size() < MOST) {
            problems.add(text);
        } else {
            unsaidProblems++;
        }
    }

    /** Says something of an entry, in one sentence with the entry before when the same was said of it. */
    void problem(String where, long entry, String what) {
        if (row != null && row.what().equals(what) && row.last() + 1 == entry) {
            row = new Row(row.where(), what, row.first(), entry);
        } else {
            end();
            row = new Row(where, what, entry, entry);
        }
    }

    void remark(String text) {
        if (remarks.size() < MOST) {
            remarks.add(text);
        } else {
            unsaidRemarks++;
        }
    }

    private void end() {
        if (row != null) {
            add(row.text());
            row = null;
        }
    }

    List<String> problems() {
        end();
        return with(problems, unsaidProblems, "problems");
    }

    List<String> remarks() {
        return with(remarks, unsaidRemarks, "remarks");
    }

    private static List<String> with(List<String> texts, long unsaid, String what) {
        List<String> all = new ArrayList<>(texts);
        if (unsaid > 0) {
            all.add("and " + unsaid + " more " + what);
        }
        return all;
    }
}
