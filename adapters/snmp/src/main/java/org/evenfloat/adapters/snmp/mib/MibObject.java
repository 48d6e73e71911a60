// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.Locale;
import org.evenfloat.application.northbound.PointColumn;

/**
 * One object of a MIB: a scalar, or a column of a table.
 *
 * @param id its last number
 * @param name its descriptor, unique in its MIB
 * @param syntax what sort of value it has
 * @param units of its numbers; empty for counts, codes and texts
 * @param writable whether clients that may can write it
 * @param words what it says
 * @param teller where its value comes from
 */
record MibObject(int id, String name, Syntax syntax, String units, boolean writable, String words, Teller teller) {

    /** Returns an object that is read only and has no units. */
    static MibObject of(int id, String name, Syntax syntax, String words, Teller teller) {
        return new MibObject(id, name, syntax, "", false, words, teller);
    }

    /** Returns an object that tells a column, called after it. */
    static MibObject column(int id, String prefix, Syntax syntax, PointColumn column) {
        String words = syntax == Syntax.TRUTH ? truth(column.words()) : column.words();
        return new MibObject(id, prefix + joined(column.key()), syntax, column.unit(), false, words,
                Teller.column(syntax, column));
    }

    /** Columns say 1 and 0, truth values are 1 and 2. */
    private static String truth(String words) {
        return words.replaceFirst("^1 (when|while)", "true $1").replaceFirst(", 0 while", ", false while");
    }

    /** Returns an object that tells how far the values of a column may be trusted. */
    static MibObject quality(int id, String prefix, PointColumn column) {
        return of(id, prefix + joined(column.key()) + "Quality", Syntax.QUALITY,
                "how far the " + column.key().replace('-', ' ') + " may be trusted", Teller.quality(column));
    }

    /** Returns the same object under a name of its own. */
    MibObject named(String other) {
        return new MibObject(id, other, syntax, units, writable, words, teller);
    }

    /** Returns words with hyphens as one word with capitals. */
    static String joined(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split("-")) {
            text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return text.toString();
    }
}
