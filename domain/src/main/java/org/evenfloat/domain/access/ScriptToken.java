// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.domain.access;

/**
 * What a program shows instead of a password.
 *
 * @param name what it is for; same letters as a user's name
 * @param fingerprint SHA-256 of the token in hexadecimal; the token itself is told once and kept nowhere
 * @param grants what the program may
 * @param createdBy who made it
 * @param createdAtMillis since when, epoch ms
 * @param expiresAtMillis until when it is good, epoch ms
 */
public record ScriptToken(
        String name, String fingerprint, Grants grants, String createdBy, long createdAtMillis, long expiresAtMillis) {}
