// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.application.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password has to be: long rather than strange (NIST SP 800-63B, 3.1.1.2). Any Unicode is allowed; what looks
 * the same counts as the same (NFKC).
 */
final class PasswordRules {

    static final int LEAST = 12;
    static final int MOST = 128;

    /** More chars than any allowed password has, however it is composed; longer ones are not even looked at. */
    static final int MOST_CHARS = 1_024;

    /** Shorter names turn up in passwords by chance. */
    private static final int LEAST_NAME = 3;

    /** What people type when they are told to use twelve characters, in small letters. */
    private static final Set<String> COMMONEST = Set.of(
            "123456789012", "1234567890123", "12345678901234", "123456123456", "123123123123", "123412341234",
            "012345678901", "987654321098", "112233445566", "111222333444", "121212121212", "qwertyuiop12",
            "qwertyuiop123", "qwertyuiop[]", "qwertyuiopasdf", "qwertyqwerty", "qwerty123456", "qwerty1234567",
            "1q2w3e4r5t6y", "q1w2e3r4t5y6", "1qaz2wsx3edc", "zaq12wsxcde3", "asdfghjkl123", "abcdefghijkl",
            "abcdefg12345", "abcd12345678", "abc123abc123", "password1234", "password12345", "password123456",
            "passwordpassword", "password123!", "p@ssw0rd1234", "p@ssword1234", "passw0rd1234", "mypassword123",
            "iloveyou1234", "iloveyouiloveyou", "letmeinletmein", "letmein12345", "welcome12345", "welcome123456",
            "changeme1234", "changemechangeme", "changemenow1", "administrator", "administrator1", "adminadminadmin",
            "admin1234567", "admin12345678", "rootrootroot", "test12345678", "testtesttest", "default12345",
            "superuser123", "supervisor12", "operator1234", "trustno1trustno1", "monkey123456", "dragon123456",
            "sunshine1234", "football1234", "correcthorsebatterystaple", "evenfloat123", "evenfloat1234",
            "evenfloatevenfloat", "batterybattery", "battery12345");

    private PasswordRules() {}

    /** Returns the form in which passwords are compared. */
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Returns everything that is wrong with a password; never quotes it.
     *
     * @param where what the problems begin with
     * @param user name of the user
     */
    static List<String> problems(String where, String user, String password) {
        if (password.length() > MOST_CHARS) {
            return List.of(where + ": more than " + MOST_CHARS + " characters - allowed: " + LEAST + " to " + MOST);
        }
        List<String> problems = new ArrayList<>();
        String said = normalised(password);
        int length = said.codePointCount(0, said.length());
        if (length < LEAST || length > MOST) {
            problems.add(where + ": " + length + (length == 1 ? " character" : " characters") + " - allowed: " + LEAST
                    + " to " + MOST);
        }
        if (said.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            problems.add(where + ": half a character (a surrogate alone) - allowed: any Unicode text");
        }
        String small = said.toLowerCase(Locale.ROOT);
        if (user.length() >= LEAST_NAME && small.contains(user.toLowerCase(Locale.ROOT))) {
            problems.add(where + ": contains the user's name - allowed: a password without it");
        }
        if (COMMONEST.contains(small)) {
            problems.add(where + ": one of the commonest passwords - allowed: one that nobody would try first");
        }
        if (length >= LEAST && said.codePoints().distinct().count() == 1) {
            problems.add(where + ": one character again and again - allowed: at least two different ones");
        }
        return problems;
    }
}
