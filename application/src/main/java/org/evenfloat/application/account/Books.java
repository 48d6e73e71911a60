// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.util.ArrayList;
import java.util.List;
import org.evenfloat.application.port.in.AccessClosed;
import org.evenfloat.application.port.out.AccessFailure;
import org.evenfloat.application.port.out.AccessStore;
import org.evenfloat.domain.access.AccessBook;

/** The book of users as the accounts see it: read, or changed when nothing is wrong with the change. */
final class Books {

    private final AccessStore store;

    Books(AccessStore store) {
        this.store = store;
    }

    /** A change: adds to the problems, or returns the book as it shall be. */
    @FunctionalInterface
    interface Change {

        AccessBook apply(AccessBook book, List<String> problems);
    }

    /**
     * What has become of a change.
     *
     * @param problems why nothing was changed; empty when it was
     * @param before the book before
     * @param after the book now
     */
    record Changed(List<String> problems, AccessBook before, AccessBook after) {}

    /** Returns the book for somebody who may know what is wrong with it. */
    AccessBook book() {
        try {
            return store.book();
        } catch (AccessFailure failure) {
            throw new AccessClosed(failure.getMessage(), failure);
        }
    }

    /** Returns the book for somebody of whom nothing is known yet. */
    AccessBook bookForStrangers() {
        try {
            return store.book();
        } catch (AccessFailure failure) {
            throw new AccessClosed("Nobody gets in at present: what this server keeps about its users cannot be read. Its"
                    + " log says why and what to do.", failure);
        }
    }

    /** Returns what would be wrong with a change now. */
    List<String> tried(Change change) {
        List<String> problems = new ArrayList<>();
        change.apply(book(), problems);
        return problems;
    }

    /** Changes the book, or nothing. */
    Changed changed(Change change) {
        List<String> problems = new ArrayList<>();
        AccessBook[] before = {AccessBook.EMPTY};
        try {
            AccessBook after = store.update(book -> {
                problems.clear();
                before[0] = book;
                AccessBook next = change.apply(book, problems);
                if (!problems.isEmpty()) {
                    throw new Refusal();
                }
                return next;
            });
            return new Changed(List.of(), before[0], after);
        } catch (Refusal refusal) {
            return new Changed(List.copyOf(problems), before[0], before[0]);
        } catch (AccessFailure failure) {
            throw new AccessClosed(failure.getMessage(), failure);
        }
    }

    /** Leaves an update without a change. Costs no stack trace. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refusal() {
            super("refused", null, false, false);
        }
    }
}
