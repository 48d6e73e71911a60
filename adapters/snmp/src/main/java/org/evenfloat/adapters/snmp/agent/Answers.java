// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import org.evenfloat.adapters.snmp.variables.Oid;
import org.evenfloat.adapters.snmp.variables.Variables;

/**
 * Finds what is read and puts it into a packet, straight from packed variables. Source: RFC 3416 section 4.2, RFC 1157
 * section 4.1 for version 1. Used by one thread.
 */
final class Answers {

    /** Most names in a request; more could not be answered in one datagram anyway. */
    static final int MOST_NAMES = 512;

    private final BerReader in = new BerReader();
    private final int[] oid = new int[Oid.MOST];
    private final int[] nameFrom = new int[MOST_NAMES];
    private final int[] nameLength = new int[MOST_NAMES];
    private final long[] places = new long[MOST_NAMES];
    /** Where each place lies, and where the run of names that it is in ends. */
    private final Variables[] variables = new Variables[MOST_NAMES];
    private final int[] ends = new int[MOST_NAMES];
    /** The variable that was told last in a column: what the end of the view is called there. */
    private final long[] last = new long[MOST_NAMES];
    private int status;
    private int index;

    /** Returns what is wrong with the request that was read last; 0 for nothing. */
    int status() {
        return status;
    }

    /** Returns the number of the variable that is wrong, from 1; 0 for none. */
    int index() {
        return index;
    }

    /**
     * Puts the answer to a request that reads.
     *
     * @param limit where the bindings in {@code out} have to end
     */
    void read(Request request, Served served, int limit, Packet out) throws Malformed {
        status = ErrorStatus.NONE;
        index = 0;
        int[][] runs = served.runs(request.client.view());
        in.over(request.bytes, request.from, request.to);
        if (request.pdu == Tag.BULK) {
            bulk(request, served, runs, limit, out);
            return;
        }
        for (int number = 1; in.more() && status == ErrorStatus.NONE; number++) {
            int outer = in.enter(Tag.SEQUENCE);
            int from = in.at();
            long place = request.pdu == Tag.GET ? get(served, runs, request.version1())
                    : above(served, runs, request.version1());
            int fromLength = in.at() - from;
            in.leave(outer);
            boolean fits;
            if (place >= 0) {
                fits = out.binding(served.variables(place), Served.index(place), limit);
            } else if (request.version1()) {
                fail(ErrorStatus.NO_SUCH_NAME, number);
                return;
            } else {
                int tag = request.pdu == Tag.NEXT ? Tag.END_OF_VIEW
                        : served.isInstance(runs, oid, length(from)) ? Tag.NO_SUCH_INSTANCE : Tag.NO_SUCH_OBJECT;
                fits = out.binding(request.bytes, from, fromLength, tag, limit);
            }
            if (!fits) {
                fail(ErrorStatus.TOO_BIG, 0);
            }
        }
    }

    private void fail(int what, int number) {
        status = what;
        index = number;
    }

    /** Reads a name and returns its place, if it is seen and there. */
    private long get(Served served, int[][] runs, boolean version1) throws Malformed {
        int from = in.at();
        in.skip();
        long place = served.find(in.bytes(), from, in.at() - from);
        if (place < 0) {
            place = served.find(oid, length(from));
        }
        if (place < 0 || !Served.seen(runs, place)) {
            return Served.NOWHERE;
        }
        Variables variables = served.variables(place);
        int at = Served.index(place);
        return variables.has(at) && !(version1 && variables.tag(at) == Tag.COUNTER64) ? place : Served.NOWHERE;
    }

    /** Reads a name and returns the place of the next that is seen and there. */
    private long above(Served served, int[][] runs, boolean version1) throws Malformed {
        int from = in.at();
        in.skip();
        long exact = served.find(in.bytes(), from, in.at() - from);
        return exact >= 0 ? served.next(runs, exact, version1) : served.above(runs, oid, length(from), version1);
    }

    /** Reads the numbers of a name that was passed over, and returns how many there are. */
    private int length(int from) throws Malformed {
        int end = in.at();
        in.back(from);
        int length = in.name(oid);
        in.back(end);
        return length;
    }

    private void bulk(Request request, Served served, int[][] runs, int limit, Packet out) throws Malformed {
        int names = names(request, served, runs);
        if (names < 0) {
            fail(ErrorStatus.TOO_BIG, 0);
            return;
        }
        int once = Math.min(request.nonRepeaters, names);
        for (int i = 0; i < once; i++) {
            if (!column(request, served, i, limit, out)) {
                fail(i == 0 ? ErrorStatus.TOO_BIG : ErrorStatus.NONE, 0);
                return;
            }
        }
        boolean goesOn = once < names;
        for (int repetition = 0; goesOn && repetition < request.repetitions; repetition++) {
            int whole = out.end();
            goesOn = false;
            for (int i = once; i < names; i++) {
                if (!column(request, served, i, limit, out)) {
                    // Whole repetitions only, but for a first one that does not fit as a whole.
                    if (repetition > 0) {
                        out.cut(whole);
                    } else if (i == 0) {
                        fail(ErrorStatus.TOO_BIG, 0);
                    }
                    return;
                }
                goesOn |= step(served, runs, i);
            }
        }
    }

    /** Finds where each column begins, and returns how many there are; -1 for too many. */
    private int names(Request request, Served served, int[][] runs) throws Malformed {
        int names = 0;
        while (in.more()) {
            if (names == MOST_NAMES) {
                return -1;
            }
            int outer = in.enter(Tag.SEQUENCE);
            nameFrom[names] = in.at();
            long place = above(served, runs, false);
            nameLength[names] = in.at() - nameFrom[names];
            in.leave(outer);
            last[names] = Served.NOWHERE;
            go(served, runs, names, place);
            names++;
        }
        return names;
    }

    private void go(Served served, int[][] runs, int column, long place) {
        places[column] = place;
        if (place >= 0) {
            variables[column] = served.variables(place);
            ends[column] = Served.end(runs, place);
        }
    }

    /** Goes on in a column; returns whether it had not ended before. */
    private boolean step(Served served, int[][] runs, int column) {
        long place = places[column];
        if (place < 0) {
            return false;
        }
        last[column] = place;
        int next = Served.index(place) + 1;
        if (next < ends[column] && variables[column].has(next)) {
            places[column] = place + 1;
        } else {
            go(served, runs, column, served.next(runs, place, false));
        }
        return true;
    }

    /** Puts the next of a column, and returns whether there was room. */
    private boolean column(Request request, Served served, int column, int limit, Packet out) {
        if (places[column] >= 0) {
            return out.binding(variables[column], Served.index(places[column]), limit);
        }
        if (last[column] >= 0) {
            return out.ending(served.variables(last[column]), Served.index(last[column]), limit);
        }
        return out.binding(request.bytes, nameFrom[column], nameLength[column], Tag.END_OF_VIEW, limit);
    }
}
