// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.util.List;
import java.util.stream.Collectors;

/** A site file cannot be used; carries every mistake found in it, in the order of the file. */
public final class SiteFileProblems extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<SiteFileProblem> problems;

    SiteFileProblems(List<SiteFileProblem> problems) {
        super(problems.stream().map(SiteFileProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Returns every mistake in the order of the file, at least one. */
    public List<SiteFileProblem> problems() {
        return problems;
    }
}
