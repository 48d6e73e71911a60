// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.infrastructure.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a secret is kept: in a file of its own or in the environment of the server, never in the site file. */
public sealed interface SecretReference {

    /** What a secret key accepts. */
    String ALLOWED = "a secret such as ${file:token.txt} or ${env:EVENFLOAT_TOKEN}, never the secret itself";

    /**
     * A text file that holds nothing else; spaces and line ends around the secret do not belong to it.
     *
     * @param path absolute path
     */
    record InFile(Path path) implements SecretReference {

        /** A key or certificate is smaller. */
        private static final int MAX_BYTES = 65_536;

        @Override
        public String resolve(Map<String, String> environment) throws Unresolved {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(MAX_BYTES + 1);
            } catch (IOException e) {
                throw new Unresolved("a file that cannot be read", "a readable file");
            }
            if (bytes.length > MAX_BYTES) {
                throw new Unresolved("a file of more than " + MAX_BYTES + " bytes", "a file with one secret");
            }
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new Unresolved("an empty file", "a file with one secret");
            }
            return text;
        }

        /** Returns the reference as the site file writes it. */
        @Override
        public String toString() {
            return "${file:" + path + "}";
        }
    }

    /**
     * A variable of the server's environment.
     *
     * @param name of the variable
     */
    record InEnvironment(String name) implements SecretReference {

        @Override
        public String resolve(Map<String, String> environment) throws Unresolved {
            String value = environment.get(name);
            if (value == null || value.isBlank()) {
                throw new Unresolved("a variable that is not set", "a variable of the server's environment");
            }
            return value.strip();
        }

        /** Returns the reference as the site file writes it. */
        @Override
        public String toString() {
            return "${env:" + name + "}";
        }
    }

    /** Returns the secret, or says why there is none. */
    String resolve(Map<String, String> environment) throws Unresolved;

    /** Returns the reference that the text makes, or empty when it is none; paths are relative to the folder. */
    static Optional<SecretReference> parse(String text, Path folder) {
        Matcher matcher = Pattern.compile("\\$\\{(file|env):([^{}\\p{Cntrl}]{1,1000})}").matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1).equals("env")) {
            return Optional.of(new InEnvironment(matcher.group(2)));
        }
        try {
            return Optional.of(new InFile(folder.resolve(matcher.group(2)).toAbsolutePath().normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A secret is not where it should be. */
    final class Unresolved extends Exception {

        private static final long serialVersionUID = 1;

        private final String given;
        private final String allowed;

        Unresolved(String given, String allowed) {
            super(given + " - allowed: " + allowed);
            this.given = given;
            this.allowed = allowed;
        }

        /** Returns what was found instead. */
        public String given() {
            return given;
        }

        /** Returns what must be there. */
        public String allowed() {
            return allowed;
        }
    }
}
