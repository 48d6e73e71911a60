// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.settingsfiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenfloat.domain.setting.SettingValues;
import org.evenfloat.domain.setting.SettingVersion;

/**
 * The text of a version: YAML that people can read, and as its last line the SHA-256 of all before it, so that half a
 * file or one that somebody has edited is noticed.
 */
final class VersionFile {

    private static final String HASH_KEY = "sha256: ";
    private static final int HASH_LINE = HASH_KEY.length() + 64 + 1;

    /** Why a file is not what was written. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    private VersionFile() {}

    static byte[] bytes(SettingVersion version) {
        StringBuilder text = new StringBuilder("# Written by Evenfloat. A file that was edited is not used.\n");
        text.append(YamlSettings.FORMAT_KEY).append(": ").append(YamlSettings.FORMAT).append('\n');
        text.append("version: ").append(version.number()).append('\n');
        text.append("base: ").append(version.base()).append('\n');
        text.append("at: ").append(version.atMillis()).append("  # ").append(Instant.ofEpochMilli(version.atMillis()))
                .append('\n');
        text.append("who: ").append(YamlScalar.of(version.who())).append('\n');
        text.append("from: ").append(YamlScalar.of(version.from())).append('\n');
        text.append("why: ").append(YamlScalar.of(version.why())).append('\n');
        text.append("changes: ").append(version.changes()).append('\n');
        text.append(YamlSettings.VALUES).append(version.values().given().isEmpty() ? ": {}\n" : ":\n");
        version.values().given().forEach((key, value) ->
                text.append("  ").append(YamlScalar.of(key)).append(": ").append(YamlScalar.of(value)).append('\n'));
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        return (text + HASH_KEY + hash(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the version in a file.
     *
     * @throws Damaged when it is not as it was written
     */
    static SettingVersion read(byte[] bytes, long number) throws Damaged {
        int body = bytes.length - HASH_LINE;
        String end = body < 0 ? "" : new String(bytes, body, HASH_LINE, StandardCharsets.UTF_8);
        if (!end.equals(HASH_KEY + (body < 0 ? "" : hash(bytes, body)) + "\n")) {
            throw new Damaged("it is not as it was written, its hash does not fit");
        }
        FlatYaml yaml = FlatYaml.read(new String(bytes, 0, body, StandardCharsets.UTF_8));
        if (!yaml.problems().isEmpty() || !text(yaml, YamlSettings.FORMAT_KEY).equals(YamlSettings.FORMAT)) {
            throw new Damaged("it is of a format that this program does not know");
        }
        Map<String, String> values = new TreeMap<>();
        yaml.section(YamlSettings.VALUES).forEach((key, value) -> values.put(key, value.text().orElse("")));
        SettingVersion version = new SettingVersion(
                number(yaml, "version"), number(yaml, "base"), number(yaml, "at"), text(yaml, "who"), text(yaml, "from"),
                text(yaml, "why"), (int) number(yaml, "changes"), new SettingValues(values));
        if (version.number() != number) {
            throw new Damaged("it is version " + version.number() + " under another name");
        }
        return version;
    }

    private static String text(FlatYaml yaml, String key) throws Damaged {
        FlatYaml.Value value = yaml.values().get(key);
        if (value == null) {
            throw new Damaged("it does not say " + key);
        }
        return value.text().orElse("");
    }

    private static long number(FlatYaml yaml, String key) throws Damaged {
        try {
            return Long.parseLong(text(yaml, key));
        } catch (NumberFormatException e) {
            throw new Damaged("its " + key + " is no number");
        }
    }

    private static String hash(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
