// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects mistakes; the same one met twice, as in a default that many strings share, counts once. */
final class ProblemList {

    /** More mistakes than anybody reads; beyond them only their number is kept. */
    static final int LIMIT = 1000;

    private final Set<SiteFileProblem> problems = new LinkedHashSet<>();
    private int dropped;

    void add(SiteFileProblem problem) {
        if (problems.size() < LIMIT) {
            problems.add(problem);
        } else if (!problems.contains(problem)) {
            dropped++;
        }
    }

    void throwIfAny() throws SiteFileProblems {
        if (problems.isEmpty()) {
            return;
        }
        List<SiteFileProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(SiteFileProblem::line).thenComparingInt(SiteFileProblem::column));
        if (dropped > 0) {
            sorted.add(new SiteFileProblem(0, 0, "site file", dropped + " more problems", "none"));
        }
        throw new SiteFileProblems(sorted);
    }
}
