// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In which form a client of the stream wants new images. */
enum StreamForm {
    /** Each of them whole. */
    IMAGES,
    /** What changed, where the client holds the image directly before. */
    CHANGES;

    /** Returns how the forms are called in requests. */
    static List<String> words() {
        return Arrays.stream(values()).map(StreamForm::word).toList();
    }

    static StreamForm of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
