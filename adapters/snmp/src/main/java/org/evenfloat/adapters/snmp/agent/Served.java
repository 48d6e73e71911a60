// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.agent;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.evenfloat.adapters.snmp.variables.Names;
import org.evenfloat.adapters.snmp.variables.Variables;

/**
 * All variables of one image beside those of the agent itself, which are as new as the request. A place is the number of a
 * part and the index in it, in one long. Used by one thread.
 */
final class Served {

    /** No place. */
    static final long NOWHERE = -1;

    private final OwnObjects own;
    private final Variables[] parts;
    private final Names[] names;
    private final int head;
    private final int tail;
    private final Map<View, int[][]> runs = new IdentityHashMap<>();
    /** Where something was found last: a walk finds the next there too. */
    private int lastPart;
    private boolean headIsNew = true;
    private boolean tailIsNew = true;

    /** @param site all variables of a site, between those of the agent in the order of names */
    Served(List<Variables> site, OwnObjects own) {
        this.own = own;
        List<Variables> all = new ArrayList<>();
        all.add(own.head());
        site.stream().filter(part -> part.names().size() > 0).forEach(all::add);
        all.add(own.tail());
        this.parts = all.toArray(Variables[]::new);
        this.names = all.stream().map(Variables::names).toArray(Names[]::new);
        this.head = 0;
        this.tail = parts.length - 1;
        for (int i = 1; i < names.length; i++) {
            if (names[i].name(0).compareTo(names[i - 1].name(names[i - 1].size() - 1)) <= 0) {
                throw new IllegalStateException(names[i].name(0) + " stands in the wrong part of the tree");
            }
        }
    }

    /** Has to be called for each request: what the agent tells of itself is of then. */
    void begin() {
        headIsNew = false;
        tailIsNew = false;
    }

    /** Returns the variables of a part. */
    Variables part(int number) {
        if (number == head && !headIsNew) {
            parts[head] = own.head();
            headIsNew = true;
        } else if (number == tail && !tailIsNew) {
            parts[tail] = own.tail();
            tailIsNew = true;
        }
        return parts[number];
    }

    Variables variables(long place) {
        return part((int) (place >> Integer.SIZE));
    }

    static int index(long place) {
        return (int) place;
    }

    private static long place(int part, int index) {
        return (long) part << Integer.SIZE | index;
    }

    /** Returns what somebody sees, run by run for each part. */
    int[][] runs(View view) {
        int[][] known = runs.get(view);
        if (known == null) {
            known = new int[names.length][];
            for (int i = 0; i < known.length; i++) {
                known[i] = view.runs(names[i]);
            }
            runs.put(view, known);
        }
        return known;
    }

    /** Returns the last part that begins with a name not greater than an identifier; −1 for none. */
    private int partOf(int[] oid, int length) {
        int part = names.length - 1;
        while (part >= 0 && names[part].compare(0, oid, length) > 0) {
            part--;
        }
        return part;
    }

    /**
     * Returns the place of exactly that name, whether seen or not; {@link #NOWHERE} for none.
     *
     * @param wire the name at {@code from}, its tag and length included, as it is written shortest
     */
    long find(byte[] wire, int from, int length) {
        int index = names[lastPart].find(wire, from, length);
        for (int part = 0; index < 0 && part < names.length; part++) {
            index = names[part].find(wire, from, length);
            if (index >= 0) {
                lastPart = part;
            }
        }
        return index < 0 ? NOWHERE : place(lastPart, index);
    }

    /** Returns the place of exactly that name, as {@link #find(byte[], int, int)}. */
    long find(int[] oid, int length) {
        int part = partOf(oid, length);
        int index = part < 0 ? -1 : names[part].find(oid, length);
        return index < 0 ? NOWHERE : place(part, index);
    }

    static boolean seen(int[][] runs, long place) {
        int[] run = runs[(int) (place >> Integer.SIZE)];
        int index = index(place);
        for (int i = 0; i < run.length; i += 2) {
            if (index >= run[i] && index < run[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first place above an identifier that is seen and has a value. */
    long above(int[][] runs, int[] oid, int length, boolean version1) {
        int part = partOf(oid, length);
        if (part < 0) {
            return settle(runs, 0, 0, version1);
        }
        int index = names[part].ceiling(oid, length);
        boolean exact = index < names[part].size() && names[part].compare(index, oid, length) == 0;
        return settle(runs, part, exact ? index + 1 : index, version1);
    }

    /** Returns where the run ends that a place is in. */
    static int end(int[][] runs, long place) {
        int[] run = runs[(int) (place >> Integer.SIZE)];
        int i = 1;
        while (run[i] <= index(place)) {
            i += 2;
        }
        return run[i];
    }

    /** Returns the first place behind another one that is seen and has a value. */
    long next(int[][] runs, long place, boolean version1) {
        return settle(runs, (int) (place >> Integer.SIZE), index(place) + 1, version1);
    }

    private long settle(int[][] runs, int fromPart, int fromIndex, boolean version1) {
        int index = fromIndex;
        for (int part = fromPart; part < names.length; part++) {
            int[] run = runs[part];
            for (int i = 0; i < run.length; i += 2) {
                Variables variables = index < run[i + 1] ? part(part) : null;
                for (int j = Math.max(index, run[i]); j < run[i + 1]; j++) {
                    if (variables.has(j) && !(version1 && variables.tag(j) == Tag.COUNTER64)) {
                        return place(part, j);
                    }
                }
            }
            index = 0;
        }
        return NOWHERE;
    }

    /** Returns whether a name would be an instance of an object that somebody sees instances of. */
    boolean isInstance(int[][] runs, int[] oid, int length) {
        int part = partOf(oid, length);
        if (length < 2) {
            return false;
        }
        if (part >= 0) {
            int at = names[part].ceiling(oid, length);
            return isSibling(runs, part, at, oid, length) || isSibling(runs, part, at - 1, oid, length)
                    || at == names[part].size() && part + 1 < names.length && isSibling(runs, part + 1, 0, oid, length);
        }
        return isSibling(runs, 0, 0, oid, length);
    }

    private boolean isSibling(int[][] runs, int part, int index, int[] oid, int length) {
        return index >= 0 && index < names[part].size() && seen(runs, place(part, index))
                && names[part].name(index).sharesObject(oid, length);
    }
}
