// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.modbus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts points of SunSpec models one behind the other. What a model has and this server does not know is not implemented. */
final class SunSpecFields {

    private static final int BYTE = 8;
    private static final int NO_SCALE = -0x8000;

    private final List<Field> fields = new ArrayList<>();
    private int next;
    private String prefix = "";

    /** Begins a model: its number and how many registers follow. */
    void model(int number, String of, int length) {
        prefix = number + (of.isEmpty() ? "" : " " + of) + " ";
        fixed("ID", number);
        fixed("L", length);
    }

    int registers() {
        return next;
    }

    List<Field> fields() {
        return fields;
    }

    private void add(Form form, String name, String unit, Source source) {
        fields.add(new Field(next, form, prefix + name, unit, true, "", source));
        next += form.registers();
    }

    void fixed(String name, int value) {
        add(Form.BITS, name, "", Source.always(value));
    }

    void unsigned(String name, String unit, Source source) {
        add(Form.U16, name, unit, source);
    }

    void signed(String name, String unit, Source source) {
        add(Form.S16, name, unit, source);
    }

    void bits32(String name, Source source) {
        add(Form.U32, name, "", source);
    }

    /** Points that are not implemented, of one register and unsigned. */
    void none(String... names) {
        for (String name : names) {
            add(Form.U16, name, "", Source.always(Form.UNKNOWN));
        }
    }

    /** The same, signed; such are pads too. */
    void noneSigned(String... names) {
        for (String name : names) {
            add(Form.S16, name, "", Source.always(Form.UNKNOWN));
        }
    }

    /** The same, of two registers. */
    void noneLong(String... names) {
        for (String name : names) {
            add(Form.U32, name, "", Source.always(Form.UNKNOWN));
        }
    }

    /** Exponents of ten; one that no point needs is not implemented. */
    void scale(String name, int exponent) {
        add(Form.BITS, name, "", Source.always(exponent));
    }

    void noScale(String... names) {
        for (String name : names) {
            add(Form.BITS, name, "", Source.always(NO_SCALE));
        }
    }

    /** A text in so many registers, two characters each, zeros behind it. */
    void text(String name, String text, int registers) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < registers; i++) {
            int high = 2 * i < bytes.length ? bytes[2 * i] : 0;
            int low = 2 * i + 1 < bytes.length ? bytes[2 * i + 1] : 0;
            add(Form.BITS, name + (i == 0 ? "" : "+" + i), "", Source.always(high << BYTE | low));
        }
    }
}
