// SPDX-License-Identifier: Apache-2.0
package org.evenfloat.adapters.directories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.evenfloat.application.port.out.DirectoryFailure;
import org.evenfloat.contracts.SeededCases;
import org.evenfloat.contracts.SeededCases.Draw;
import org.junit.jupiter.api.Test;

/** An LDAP server that answers anything but a yes to the person's own bind lets nobody in. */
class LdapGarbageTest {

    private static final int TIMEOUT_MILLIS = 300;

    /** Bind response, message 1, success: what a yes looks like. */
    private static final byte[] YES = HexFormat.of().parseHex("300c02010161070a010004000400");

    private static Optional<Set<String>> ask(byte[] answer, String userDn) throws Exception {
        try (OneAnswer server = new OneAnswer(answer)) {
            return new LdapDirectory(new LdapServer(
                            "localhost", server.port(), LdapServer.Tls.NONE, userDn, LdapRoom.PEOPLE, "uid", "", "", "",
                            Set.of(LdapRoom.GROUP), Optional.empty(), TIMEOUT_MILLIS))
                    .check("anna", "secret");
        } catch (DirectoryFailure e) {
            return Optional.empty();
        }
    }

    @Test
    void noGarbageIsAPersonWhoIsFound() throws Exception {
        SeededCases.check("garbage instead of search results", 60, draw -> assertThat(ask(garbage(draw), "")).isEmpty());
    }

    @Test
    void noGarbageIsAYesToABind() throws Exception {
        SeededCases.check("garbage instead of a bind response", 60, draw -> {
            byte[] answer = garbage(draw);
            Optional<Set<String>> groups = ask(answer, "uid={name}," + LdapRoom.PEOPLE);
            assertThat(groups.orElse(Set.of())).as("whoever is bound by chance is in no group").isEmpty();
        });
    }

    /** An entry of somebody else, or of nobody, in answer to a search for anna. */
    @Test
    void believesNoEntryThatDoesNotFitTheQuestion() throws Exception {
        for (String dn : new String[] {"", "uid=anna,ou=else,dc=example,dc=org", "uid=bert," + LdapRoom.PEOPLE}) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(entry(1, dn, dn.contains("bert") ? "bert" : "anna"));
            both.writeBytes(HexFormat.of().parseHex("300c02010165070a010004000400"));
            both.writeBytes(entry(2, dn, "anna"));
            both.writeBytes(HexFormat.of().parseHex("300c02010265070a010004000400"));
            both.writeBytes(HexFormat.of().parseHex("300c02010261070a010004000400"));
            both.writeBytes(HexFormat.of().parseHex("300c02010361070a010004000400"));
            assertThat(ask(both.toByteArray(), "")).as("entry \"" + dn + "\"").isEmpty();
        }
    }

    private static byte[] entry(int message, String dn, String uid) {
        byte[] attribute = sequence(0x30, octets("uid"), sequence(0x31, octets(uid)));
        byte[] operation = sequence(0x64, octets(dn), sequence(0x30, attribute));
        return sequence(0x30, new byte[] {2, 1, (byte) message}, operation);
    }

    private static byte[] octets(String text) {
        return sequence(4, text.getBytes());
    }

    private static byte[] sequence(int tag, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(body.size());
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static byte[] garbage(Draw draw) {
        if (draw.permille(500)) {
            return draw.bytes(draw.between(1, 300));
        }
        byte[] bytes = YES.clone();
        bytes[draw.between(0, bytes.length - 1)] = (byte) draw.bits();
        return bytes;
    }
}
