// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads secrets of one line; no problem ever quotes what stands in their place. */
final class SecretReader {

    private static final int LONGEST = 256;

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder that of the site file */
    SecretReader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Returns the secret that an entry refers to; what is wrong with it is a problem, without the secret. */
    Optional<Secret> read(Entry entry, int shortest) {
        Optional<SecretReference> reference = entry.scalar().flatMap(text -> SecretReference.parse(text, folder));
        if (reference.isEmpty()) {
            entry.reject("something else than a reference", SecretReference.ALLOWED);
            return Optional.empty();
        }
        try {
            String value = reference.get().resolve(environment);
            if (value.length() < shortest || value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ')) {
                entry.reject(reference.get() + ", an unfit secret",
                        "a secret of " + shortest + " to " + LONGEST + " characters in one line");
            }
            return Optional.of(new Secret(reference.get(), value));
        } catch (SecretReference.Unresolved e) {
            entry.reject(reference.get() + ", " + e.given(), e.allowed());
            return Optional.empty();
        }
    }
}
