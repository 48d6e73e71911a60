// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.machine;

import java.util.Comparator;
import java.util.List;

/** Takes secrets out of text that leaves the machine. */
final class Redaction {

    static final String MASK = "[secret]";

    private final List<String> secrets;

    /** Longer secrets go first, so that one within another leaves nothing of it. */
    Redaction(List<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }
}
