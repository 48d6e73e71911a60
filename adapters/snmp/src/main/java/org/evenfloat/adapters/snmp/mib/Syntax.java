// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.snmp.mib;

import java.util.List;
import org.evenfloat.adapters.snmp.variables.Values;

/**
 * What sort of value an object has.
 *
 * @param form how it goes on the wire
 * @param smi what a MIB file calls it
 */
record Syntax(Form form, String smi) {

    static final Syntax INTEGER = new Syntax(Form.INTEGER, "Integer32");
    static final Syntax UNSIGNED = new Syntax(Form.UNSIGNED, "Unsigned32");
    static final Syntax GAUGE = new Syntax(Form.UNSIGNED, "Gauge32");
    static final Syntax COUNTER = new Syntax(Form.COUNTER, "Counter32");
    static final Syntax INDEX = new Syntax(Form.INTEGER, "Integer32 (1..2147483647)");
    static final Syntax TRUTH = new Syntax(Form.TRUTH, "TruthValue");
    static final Syntax TEXT = new Syntax(Form.OTHER, "EvenfloatText");
    static final Syntax DATE = new Syntax(Form.OTHER, "DateAndTime");
    static final Syntax DISPLAY = new Syntax(Form.OTHER, "DisplayString");
    static final Syntax OID = new Syntax(Form.OTHER, "OBJECT IDENTIFIER");
    static final Syntax TICKS = new Syntax(Form.OTHER, "TimeTicks");
    static final Syntax KINDS = new Syntax(Form.UNSIGNED, "EvenfloatKinds");
    static final Syntax QUALITY = new Syntax(Form.INTEGER, "EvenfloatQuality");
    static final Syntax CODE = new Syntax(Form.INTEGER, "EvenfloatCode");
    static final Syntax ON_OFF = ofWords("off", "on");

    /** Forms of values. */
    enum Form {
        INTEGER,
        /** Of all 32 bits of a column. */
        UNSIGNED,
        COUNTER,
        /** 1 for what is so, 2 for what is not (RFC 2579). */
        TRUTH,
        /** Not made from a number of a column. */
        OTHER
    }

    private static final long WORD = 0xFFFF_FFFFL;

    /** Returns whole numbers that stand for those words, from 0. */
    static Syntax ofWords(String... words) {
        StringBuilder text = new StringBuilder("INTEGER { ");
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : ", ").append(words[i]).append('(').append(i).append(')');
        }
        return new Syntax(Form.INTEGER, text.append(" }").toString());
    }

    /** Returns whole numbers that stand for words, each with its number, such as {@code "none(6)"}. */
    static Syntax ofNumbered(List<String> words) {
        return new Syntax(Form.INTEGER, "INTEGER { " + String.join(", ", words) + " }");
    }

    /** Tells a number of a column. */
    void tell(Values to, int value) {
        switch (form) {
            case INTEGER -> to.integer(value);
            case UNSIGNED -> to.gauge(value & WORD);
            case COUNTER -> to.counter32(value);
            case TRUTH -> to.integer(value != 0 ? 1 : 2);
            case OTHER -> throw new IllegalStateException(smi + " is not made from a number");
        }
    }
}
